package nl.sluiswachter.party;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.sluiswachter.kernel.Oin;

/** The file in which an operator keeps the parties of a gateway; {@code docs/operating.md} shows one. */
public final class PartyList {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path file;
    private final Predicate<String> capacities;

    /**
     * @param file YAML; files named in it are relative to it
     * @param capacities whether the catalogue knows a capacity code
     */
    public PartyList(Path file, Predicate<String> capacities) {
        this.file = file.toAbsolutePath();
        this.capacities = capacities;
    }

    /**
     * All parties, as the register keeps them.
     *
     * @throws IllegalArgumentException naming every fault by its place in the file, never by its value
     */
    public List<Party> read() {
        List<String> faults = new ArrayList<>();
        List<Party> parties = parties(new Entry("", tree(), faults), faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        return parties;
    }

    private List<Party> parties(Entry whole, List<String> faults) {
        whole.allow(Set.of("parties"));
        List<Party> parties = new ArrayList<>();
        Set<Oin> seen = new HashSet<>();
        for (Entry entry : whole.entries("parties")) {
            Optional<Party> party = new PartyEntry(entry, file.getParent(), capacities).read(faults);
            party.filter(found -> !seen.add(found.oin()))
                    .ifPresent(twice -> entry.fault("oin", "another one than those before it"));
            party.ifPresent(parties::add);
        }
        return List.copyOf(parties);
    }

    private JsonNode tree() {
        try {
            return YAML.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "it is not YAML"
                            + (e.getLocation() == null
                                    ? ""
                                    : " at line " + e.getLocation().getLineNr()),
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException("it cannot be read", e);
        }
    }
}
