package nl.sluiswachter.activation;

import java.util.List;
import java.util.function.LongConsumer;
import nl.sluiswachter.catalogue.Approval;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.JdbcCatalogueEvents;
import nl.sluiswachter.catalogue.JdbcCatalogueEvents.Activated;
import nl.sluiswachter.catalogue.JdbcCatalogueEvents.Rehearsed;
import nl.sluiswachter.catalogue.Officers;

/**
 * Whether a kept rehearsal can be believed. A row in the table is no proof: whoever has the gateway's password can add one.
 * It is believed when it comes out the same again, and after that because two officers signed for it.
 */
final class Reviews {

    private static final String FORGED = "The rehearsal that is kept does not come out the same again: it was forged,"
            + " or decisions that it rested on were forgotten since. Nothing was signed: rehearse it again.";

    private final JdbcCatalogueEvents events;
    private final Officers officers;
    private final Rehearsals rehearsals;

    Reviews(JdbcCatalogueEvents events, Officers officers, Rehearsals rehearsals) {
        this.events = events;
        this.officers = officers;
        this.rehearsals = rehearsals;
    }

    /** Repeats the last rehearsal on the decisions that it names, to the letter. */
    Reviewed repeated(int activation, Catalogue inForce, Catalogue candidate, LongConsumer progress) {
        Rehearsed kept = events.rehearsal(activation, candidate.version())
                .orElseThrow(() -> new ActivationRefused(
                        "This version was not rehearsed against the catalogue in force: rehearse it first."));
        RehearsalSummary told = RehearsalSummary.read(kept.summary()).orElseThrow(() -> new ActivationRefused(FORGED));
        RehearsalSummary found =
                rehearsals.rehearse(inForce, candidate, told.range(), progress).salted(told.salt());
        if (!found.toJson().equals(kept.summary()) || !found.digest().equals(kept.rehearsal())) {
            throw new ActivationRefused(FORGED);
        }
        long all = Math.max(0, rehearsals.count() - found.all().decisions());
        long open =
                Math.max(0, rehearsals.count(inForce.openTypes()) - found.open().decisions());
        return new Reviewed(kept, found, all, open);
    }

    /** What enough officers signed for, and who they are by their fingerprints, in the order in which they approved. */
    record Signed(RehearsalSummary summary, List<String> officers) {}

    /**
     * The one summary that enough officers signed for; it must still be kept, word for word.
     *
     * @param inForce the activation that is the law now
     */
    Signed signed(int activation, String version, List<Approval> genuine, Activated inForce) {
        String digest = genuine.stream()
                .map(Approval::rehearsal)
                .filter(rehearsal -> officers.suffice(about(rehearsal, genuine)))
                .findFirst()
                .orElseThrow(() -> new ActivationRefused(tooFew(activation, version, genuine, inForce)));
        RehearsalSummary summary = events.rehearsal(activation, version, digest)
                .filter(kept -> RehearsalSummary.digest(kept.summary()).equals(digest))
                .flatMap(kept -> RehearsalSummary.read(kept.summary()))
                .orElseThrow(
                        () -> new ActivationRefused("The rehearsal that the officers signed for is not kept as they"
                                + " saw it: rehearse this version and approve it again."));
        List<String> signers = about(digest, genuine).stream()
                .map(Approval::officer)
                .distinct()
                .toList();
        return new Signed(summary, signers);
    }

    private static List<Approval> about(String rehearsal, List<Approval> all) {
        return all.stream()
                .filter(approval -> approval.rehearsal().equals(rehearsal))
                .toList();
    }

    /** Whoever comes after somebody else is told what that one did. */
    private String tooFew(int activation, String version, List<Approval> genuine, Activated inForce) {
        if (genuine.isEmpty() && version.equals(inForce.version())) {
            return "This version is in force already, by activation %d.".formatted(inForce.activation());
        }
        if (genuine.isEmpty() && !events.approvals(activation - 1, version).isEmpty()) {
            return "Another version was put in force since this one was approved: rehearse it and approve it again.";
        }
        return genuine.stream().map(Approval::rehearsal).distinct().count() > 1
                ? "The officers signed for different rehearsals of this version: both must approve the last one."
                : "Two different officers must have approved this version; so far %d did.".formatted(genuine.size());
    }
}
