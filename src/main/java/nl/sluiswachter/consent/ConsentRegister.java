package nl.sluiswachter.consent;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.party.Party;

/**
 * The consent register. A partner registers, withdraws and sees only consents it obtained for its own sending, the
 * municipality all. A consent that a party may not see and one that does not exist cannot be told apart.
 */
public interface ConsentRegister {

    /**
     * Registers a consent, durably and with its log entry, or finds the one registered before: the same consent sent
     * twice by the same party is one consent, because a second copy would outlive the withdrawal of the first.
     *
     * @return empty when the consent is for the sending of another party
     * @throws TooManyConsents when the party has {@link #MOST_GIVEN} consents of this person that are not withdrawn
     */
    Optional<Registration> register(ConsentDraft draft, Party by);

    /**
     * Withdraws a consent, with its log entry and the stop of queued messages, in one transaction. A second withdrawal
     * changes nothing.
     *
     * @return the consent as it is now; empty when the party may not see it or there is none
     */
    Optional<Consent> withdraw(UUID id, Party by);

    /** The consent, when the party may see it. */
    Optional<Consent> find(UUID id, Party viewer);

    /** The newest consents of a person that the viewer may see, at most {@link #MOST_FOUND}. */
    List<Consent> search(SubjectIdentity subject, Party viewer);

    /**
     * Holds withdrawals of these consents off until the caller's transaction ends. MUST be called in the transaction
     * that records a permit, before it commits; otherwise a withdrawal that came between the decision and its record
     * would not find the message it has to stop.
     *
     * @return whether all of them are still given
     */
    boolean holdGiven(Collection<UUID> ids);

    /** Consents of one person that one party can have in state GIVEN, so that looking them up stays bounded. */
    int MOST_GIVEN = 20;

    /** Bound on a search. */
    int MOST_FOUND = 200;

    /**
     * What registering gave.
     *
     * @param isNew false when this consent was registered before; it may have been withdrawn since
     */
    record Registration(Consent consent, boolean isNew) {}
}
