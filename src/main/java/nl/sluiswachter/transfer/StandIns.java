package nl.sluiswachter.transfer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;

/** Numbers for the keys of one image, the same for the same key, and keys for those numbers. */
final class StandIns {

    private final Map<SubjectKey, Integer> numbers = new HashMap<>();

    Integer of(Optional<SubjectKey> key) {
        return key.map(known -> numbers.computeIfAbsent(known, first -> numbers.size() + 1))
                .orElse(null);
    }

    static SubjectIdentity identity(Integer number, Integer set) {
        return new SubjectIdentity(key(number), key(set));
    }

    static Optional<SubjectKey> key(Integer number) {
        return Optional.ofNullable(number).map(known -> new SubjectKey(new UUID(0, known)));
    }
}
