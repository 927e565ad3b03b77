package nl.sluiswachter.party;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A list of parties in YAML, as {@code certs-example/parties.yaml} documents it.
 *
 * @param parties to register
 * @param refused certificates to make that no door accepts; never registered
 */
public record PartyFile(List<ListedParty> parties, List<RefusedExample> refused) {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public PartyFile {
        parties = parties == null ? List.of() : List.copyOf(parties);
        refused = refused == null ? List.of() : List.copyOf(refused);
        requireUnique("name", parties, ListedParty::name);
        requireUnique("oin", parties, ListedParty::oin);
        requireUnique("name", refused, RefusedExample::name);
    }

    /**
     * Reads the file and checks all of it.
     *
     * @throws IllegalArgumentException in one sentence with file and line, when something in it is wrong
     */
    public static PartyFile read(Path file) throws IOException {
        byte[] yaml = Files.readAllBytes(file);
        try {
            return YAML.readValue(yaml, PartyFile.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + ", " + place(e) + ": " + reason(e), e);
        }
    }

    private static <T> void requireUnique(String what, List<T> entries, Function<T, Object> key) {
        Set<Object> seen = new HashSet<>();
        for (T entry : entries) {
            if (!seen.add(key.apply(entry))) {
                throw new IllegalArgumentException("the " + what + " " + key.apply(entry) + " is listed twice");
            }
        }
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null ? "somewhere" : "line " + e.getLocation().getLineNr();
    }

    private static String reason(JsonProcessingException e) {
        return e.getCause() instanceof IllegalArgumentException cause ? cause.getMessage() : e.getOriginalMessage();
    }
}
