package nl.sluiswachter.activation;

import nl.sluiswachter.catalogue.JdbcCatalogueEvents.Rehearsed;

/** A rehearsal that was repeated and came out the same: nothing else can be approved, and only a review makes one. */
public final class Reviewed {

    private final Rehearsed rehearsed;
    private final RehearsalSummary summary;
    private final long notCovered;
    private final long openNotCovered;

    Reviewed(Rehearsed rehearsed, RehearsalSummary summary, long notCovered, long openNotCovered) {
        this.rehearsed = rehearsed;
        this.summary = summary;
        this.notCovered = notCovered;
        this.openNotCovered = openNotCovered;
    }

    /** What the approval will be signed for. */
    public RehearsalSummary summary() {
        return summary;
    }

    /** How many recorded decisions it says nothing about: they were recorded later, or will be forgotten soon. */
    public long notCovered() {
        return notCovered;
    }

    /** The same without exchange types that are confidential in force: for who may not know of these. */
    public long openNotCovered() {
        return openNotCovered;
    }

    Rehearsed rehearsed() {
        return rehearsed;
    }
}
