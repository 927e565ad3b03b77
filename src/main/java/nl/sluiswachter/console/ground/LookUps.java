package nl.sluiswachter.console.ground;

import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.transferlog.search.Lookup;
import nl.sluiswachter.transferlog.search.Lookups;

/** Looks on behalf of the municipality, and writes down which officer did. */
public final class LookUps {

    private final Oin viewer;
    private final Parties parties;
    private final Lookups lookups;

    LookUps(Oin viewer, Parties parties, Lookups lookups) {
        this.viewer = viewer;
        this.parties = parties;
        this.lookups = lookups;
    }

    /** The municipality, for which every officer looks. */
    public Oin viewer() {
        return viewer;
    }

    /**
     * As {@link #viewer()}, with what is registered about it.
     *
     * @throws IllegalStateException when the municipality does not stand in its own register
     */
    public Party municipality() {
        return parties.find(viewer)
                .orElseThrow(() -> new IllegalStateException("The municipality is not registered as a party"));
    }

    /**
     * Writes down who looks, before anything is read; durable when it returns.
     *
     * @param call method and address pattern of the page
     * @param asked by what kinds of things it is looked for, never their values
     */
    public void record(
            Officer officer,
            StatedGround stated,
            String call,
            SortedSet<String> asked,
            SubjectIdentity subject,
            Optional<UUID> transferId) {
        lookups.record(new Lookup(
                viewer,
                Optional.of(officer.id()),
                stated.ground(),
                Optional.of(stated.reference()),
                call,
                asked,
                subject,
                transferId));
    }
}
