package nl.sluiswachter.transferlog.search;

import static nl.sluiswachter.transferlog.Shape.COUNT;
import static nl.sluiswachter.transferlog.Shape.ID;
import static nl.sluiswachter.transferlog.Shape.IDS;
import static nl.sluiswachter.transferlog.Shape.TEXT;
import static nl.sluiswachter.transferlog.Shape.code;
import static nl.sluiswachter.transferlog.Shape.each;
import static nl.sluiswachter.transferlog.Shape.object;
import static nl.sluiswachter.transferlog.Shape.oneOf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.consent.ConsentState;
import nl.sluiswachter.facts.FactKind;
import nl.sluiswachter.transferlog.DecisionShape;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.Shape;
import nl.sluiswachter.transferlog.retention.Hold;

/** What entries say, as far as somebody reads it: each kind has members of its own. */
final class EntryShape {

    private static final Shape TEXTS = each(TEXT);

    private static final Shape.Members EVENT = object().with(
                    "format", node -> node.asText().equals("1"))
            .with("entryId", ID)
            .with("recordedAt", Shape.MOMENT)
            .with("detail", TEXTS)
            .mayHave("transferId", ID)
            .mayHave("party", Shape.OIN)
            .mayHave("commitments", TEXTS);

    private static final Shape CONSENT = told(object().with("consentId", ID).with("state", code(ConsentState.class)));

    private static final Shape FACT = told(object().with("factId", ID)
            .with("kind", code(FactKind.class))
            .with("state", oneOf(Set.of("RECORDED", "ENDED"))));

    private static final Shape LOOKUP = told(object().with("ground", code(Ground.class)));

    private static final Shape HOLD =
            told(object().with("ground", code(Hold.Ground.class)).with("action", oneOf(Set.of("PLACED", "LIFTED"))));

    private static final Shape REPORT = done(object().with("report", ID)
            .with("ground", code(Ground.class))
            .with("reference", TEXT)
            .with("from", Shape.DAY)
            .with("until", Shape.DAY)
            .with("language", code(Language.class))
            .mayHave("transfers", IDS));

    private static final Shape REPORT_VERDICT = done(object().with("report", ID)
            .with("verdict", oneOf(Set.of("UPHOLD", "DISCLOSE")))
            .with("reason", TEXT)
            .with("reference", TEXT)
            .with("transfers", IDS));

    private static final Shape FOLLOWING = EVENT.with("transferId", ID);

    private EntryShape() {}

    /** What one of this kind has to be. */
    static Shape of(LogKind kind) {
        return switch (kind) {
            case DECISION, DRY_RUN -> DecisionShape.DECISION;
            case CANARY -> DecisionShape.CANARY;
            case DELIVERED, DELIVERY_FAILED, ACKNOWLEDGED, DELIVERY_STOPPED, REVIEW_VERDICT -> FOLLOWING;
            case CONSENT -> CONSENT;
            case FACT -> FACT;
            case LOOKUP -> LOOKUP;
            case HOLD -> HOLD;
            case REPORT -> node -> REPORT.fits(node) && countsWhatItHeldBack(node.path("detail"));
            case REPORT_VERDICT -> REPORT_VERDICT;
            default -> EVENT;
        };
    }

    private static Shape told(Shape detail) {
        return node -> EVENT.fits(node) && detail.fits(node.path("detail"));
    }

    /** By a party that has to be known. */
    private static Shape done(Shape detail) {
        Shape done = EVENT.with("party", Shape.OIN);
        return node -> done.fits(node) && detail.fits(node.path("detail"));
    }

    private static boolean countsWhatItHeldBack(JsonNode detail) {
        return detail.properties().stream()
                .filter(one -> one.getKey().startsWith("heldBack."))
                .allMatch(one -> COUNT.fits(one.getValue()));
    }
}
