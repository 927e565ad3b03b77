package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.transferlog.entry.Commitment;

/** Whom an entry is about, as far as it commits to them: the table beside it says so to everybody who owns the database. */
public final class CommittedSubjects {

    private static final String LABEL = "subject/";
    private static final int KEY_LENGTH = 36;

    private CommittedSubjects() {}

    /**
     * By person, the keys that an entry is filed under. A person with a BSN and an identity set has two; the first that the entry
     * commits to stands for the person.
     *
     * @param filed each the key of a subject with its person behind it
     * @param seed of the salts of the entry; null where there is none
     * @param entry its content
     * @return empty unless these are all that the entry commits to, and no others
     */
    public static Optional<Map<String, List<SubjectKey>>> of(String[] filed, byte[] seed, JsonNode entry) {
        JsonNode commitments = entry.path("commitments");
        SortedMap<String, SubjectKey> opened = new TreeMap<>();
        for (String row : filed) {
            SubjectKey key = new SubjectKey(UUID.fromString(row.substring(0, KEY_LENGTH)));
            String person = LABEL + row.substring(KEY_LENGTH) + "/";
            label(person, key, seed, commitments).ifPresent(label -> opened.put(label, key));
        }
        long committed = commitments.properties().stream()
                .filter(one -> one.getKey().startsWith(LABEL))
                .count();
        return opened.size() == filed.length && opened.size() == committed
                ? Optional.of(byPerson(opened))
                : Optional.empty();
    }

    private static Map<String, List<SubjectKey>> byPerson(SortedMap<String, SubjectKey> opened) {
        return opened.entrySet().stream()
                .collect(Collectors.groupingBy(
                        one -> one.getKey()
                                .substring(LABEL.length(), one.getKey().lastIndexOf('/')),
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Under which the entry commits to this key. */
    private static Optional<String> label(String person, SubjectKey key, byte[] seed, JsonNode commitments) {
        if (seed == null || seed.length != Commitment.BYTES) {
            return Optional.empty();
        }
        for (int number = 0; commitments.has(person + number); number++) {
            String label = person + number;
            byte[] made = Commitment.of(label, Commitment.salt(seed, label), key.bytes());
            if (Base64.getEncoder()
                    .encodeToString(made)
                    .equals(commitments.path(label).asText())) {
                return Optional.of(label);
            }
        }
        return Optional.empty();
    }
}
