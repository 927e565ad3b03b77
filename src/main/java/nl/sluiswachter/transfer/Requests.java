package nl.sluiswachter.transfer;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectKey;

/** Requests that were permitted earlier, as the transfer log has them. */
@FunctionalInterface
public interface Requests {

    /** The permitted transfer with this id; empty for any other. */
    Optional<Asked> find(UUID transferId);

    /**
     * What was asked.
     *
     * @param fields the items asked for; empty when the request named none
     * @param subjects keys of the persons it was about
     */
    record Asked(String exchangeType, Oin sender, Oin receiver, Set<String> fields, Set<SubjectKey> subjects) {
        public Asked {
            fields = Set.copyOf(fields);
            subjects = Set.copyOf(subjects);
        }
    }
}
