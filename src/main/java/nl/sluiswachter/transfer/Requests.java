package nl.sluiswachter.transfer;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.party.Capacity;

/** Requests that were permitted earlier, as the transfer log has them. */
@FunctionalInterface
public interface Requests {

    /** The permitted transfer with this id from one party to another; empty for any other, whatever became of that. */
    Optional<Asked> find(UUID transferId, Oin from, Oin to);

    /**
     * What was asked, by whom in which capacity, and of whom in which.
     *
     * @param fields the items asked for; where there are none, nothing was asked
     * @param subjects keys of the persons it was about
     * @param relations what the persons that it named are to the case
     */
    record Asked(
            String exchangeType,
            Oin sender,
            Capacity senderCapacity,
            Oin receiver,
            Capacity receiverCapacity,
            Set<String> fields,
            Set<SubjectKey> subjects,
            Set<Relation> relations) {
        public Asked {
            fields = Set.copyOf(fields);
            subjects = Set.copyOf(subjects);
            relations = Set.copyOf(relations);
        }
    }
}
