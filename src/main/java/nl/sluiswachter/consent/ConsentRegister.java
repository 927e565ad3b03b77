package nl.sluiswachter.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.party.Party;

/**
 * The consent register. A partner registers, changes and sees only consents it obtained for its own sending, the
 * municipality all. A consent that a party may not see and one that does not exist cannot be told apart.
 */
public interface ConsentRegister {

    /**
     * Registers a consent or a request for one, durably and with its log entry, or finds the one registered before: the
     * same consent sent twice by the same party is one consent, because a second copy would outlive the withdrawal of
     * the first. A request that was answered or ran out can be made again.
     *
     * @return empty when the consent is for the sending of another party
     * @throws TooManyConsents when the party has {@link #MOST_OPEN} consents of this person that have not ended
     */
    Optional<Registration> register(ConsentDraft draft, Party by);

    /**
     * Adds an event to a consent, with its log entry and, for an end, the stop of queued messages, in one transaction.
     * The same report twice changes nothing.
     *
     * @param receivedAt when the report came in; from then on the time until the last message is stopped is measured
     */
    Change change(UUID id, Happening what, Reporter by, Instant receivedAt);

    /** The same, reported by a system of the party. */
    default Change change(UUID id, Happening what, Party by, Instant receivedAt) {
        return change(id, what, Reporter.system(by), receivedAt);
    }

    /** The consent, when the party may see it. */
    Optional<ConsentHistory> find(UUID id, Party viewer);

    /** Those of these consents that the party may see. */
    List<ConsentHistory> find(Collection<UUID> ids, Party viewer);

    /** The newest consents of a person that the viewer may see, at most {@link #MOST_FOUND}. */
    List<ConsentHistory> search(SubjectIdentity subject, Party viewer);

    /**
     * Holds changes of these consents off until the caller's transaction ends, without waiting for anybody. MUST be called
     * in the transaction that records a permit, before it commits; otherwise a withdrawal that came between the decision
     * and its record would not find the message it has to stop.
     *
     * @return those that are still given; one that somebody changes at this moment is not among them
     */
    Set<UUID> holdGiven(Collection<UUID> ids);

    /** Consents of one person that one party can have requested or given, so that looking them up stays bounded. */
    int MOST_OPEN = 20;

    /** Consents of one person that one party can register at all, ended ones included: each decision reads them. */
    int MOST_EVER = 200;

    /** Bound on a search. */
    int MOST_FOUND = 200;

    /** A request that nobody answered ends after this, or at the end of the period it asks for when that is sooner. */
    Duration ANSWER_TERM = Duration.ofDays(90);

    /**
     * What registering gave.
     *
     * @param isNew false when this consent was registered before; it may have been withdrawn since
     */
    record Registration(ConsentHistory consent, boolean isNew) {}
}
