package nl.sluiswachter.party;

import java.util.Optional;
import nl.sluiswachter.kernel.Oin;

/** The party register. Reads are never cached, so that a suspension holds on every node at the next request. */
public interface Parties {

    /** The party with this OIN, whatever its status. */
    Optional<Party> find(Oin oin);

    /** Registers the party, or replaces what was registered under its OIN. */
    void save(Party party);
}
