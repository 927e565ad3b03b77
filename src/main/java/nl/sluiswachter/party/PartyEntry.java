package nl.sluiswachter.party;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.sluiswachter.kernel.Days;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.crypto.Pem;

/** Reads one party of a {@link PartyList}. */
final class PartyEntry {

    private static final int LONGEST_NAME = 200;
    private static final String AGREEMENT = "agreementUntil";
    private static final Set<String> MEMBERS =
            Set.of("oin", "name", "side", "status", "capacities", "keys", "push", AGREEMENT);

    private final Entry entry;
    private final Path folder;
    private final Predicate<String> known;

    PartyEntry(Entry entry, Path folder, Predicate<String> known) {
        this.entry = entry;
        this.folder = folder;
        this.known = known;
    }

    /** The party; empty when there is a fault in it, which is then added. */
    Optional<Party> read(List<String> faults) {
        int before = faults.size();
        entry.allow(MEMBERS);
        Optional<Oin> oin = entry.text("oin", "20 digits or capitals, in quotes", Oin::new);
        Optional<String> name = entry.text("name", "1 to " + LONGEST_NAME + " letters", PartyEntry::name);
        Optional<Side> side = entry.text("side", "PARTNER or MUNICIPALITY", Side::valueOf);
        Optional<PartyStatus> status = entry.text("status", "ACTIVE or SUSPENDED", PartyStatus::valueOf);
        List<Capacity> capacities = entry.texts("capacities", "a capacity of the catalogue", this::capacity);
        List<PartyKey> keys = new KeyEntries(entry, folder, oin).read();
        Optional<PushEndpoint> push = entry.has("push") ? push(entry.entry("push")) : Optional.empty();
        Optional<LocalDate> agreement = entry.has(AGREEMENT)
                ? entry.text(AGREEMENT, "a day as in 2027-12-31, the last one", PartyEntry::day)
                : Optional.empty();
        return faults.size() > before
                ? Optional.empty()
                : Optional.of(new Party(
                        oin.orElseThrow(),
                        name.orElseThrow(),
                        side.orElseThrow(),
                        status.orElseThrow(),
                        new HashSet<>(capacities),
                        keys,
                        push,
                        agreement));
    }

    private Optional<PushEndpoint> push(Entry push) {
        push.allow(Set.of("url", "trust"));
        Optional<URI> url = push.text("url", "an https address without user or fragment", PartyEntry::https);
        Optional<String> trust = push.text("trust", "a readable PEM file with CA certificates", text -> {
            Path file = folder.resolve(text);
            if (Pem.certificates(file).stream().anyMatch(anchor -> anchor.getBasicConstraints() < 0)) {
                throw new IllegalArgumentException("A leaf is no CA");
            }
            return Files.readString(file);
        });
        return url.flatMap(address -> trust.map(pem -> new PushEndpoint(address, pem)));
    }

    private Capacity capacity(String code) {
        if (!known.test(code)) {
            throw new IllegalArgumentException("The catalogue does not know this capacity");
        }
        return new Capacity(code);
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (!Days.isPlausible(day)) {
            throw new IllegalArgumentException("A day of this year is a mistake");
        }
        return day;
    }

    private static String name(String text) {
        if (text.isBlank() || text.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A name of this length is not kept");
        }
        return text;
    }

    private static URI https(String text) {
        URI url = URI.create(text);
        if (!"https".equals(url.getScheme())
                || url.getHost() == null
                || url.getUserInfo() != null
                || url.getFragment() != null) {
            throw new IllegalArgumentException("Not an address for pushes");
        }
        return url;
    }
}
