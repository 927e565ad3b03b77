package nl.sluiswachter.facts;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;

/** The fact register. Only the municipality keeps it; the edge MUST let nobody else in. */
public interface FactRegister {

    /** Bound on a search. */
    int MOST_FOUND = 200;

    /** Registers a fact, durably and with its log entry, or finds the same one that this party registered before. */
    Registration register(FactDraft draft, Oin by);

    /** The fact, if there is one. */
    Optional<Fact> find(UUID id);

    /** Those of these that there are. */
    List<Fact> find(Collection<UUID> ids);

    /** Ends a fact now, with its log entry, in one transaction. A second end changes nothing; empty when unknown. */
    Optional<Fact> end(UUID id, Oin by);

    /** The newest facts about a person, at most {@link #MOST_FOUND}. */
    List<Fact> search(SubjectIdentity subject);

    /**
     * What registering gave.
     *
     * @param isNew false when this fact was registered before; it may have been ended since
     */
    record Registration(Fact fact, boolean isNew) {}
}
