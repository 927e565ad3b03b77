package nl.sluiswachter.api;

import java.time.Instant;
import java.util.Optional;
import nl.sluiswachter.consent.Freedom;
import nl.sluiswachter.consent.Giver;
import nl.sluiswachter.consent.Giving;
import nl.sluiswachter.consent.Happening;
import nl.sluiswachter.consent.InvalidityReason;
import nl.sluiswachter.consent.Mandate;
import nl.sluiswachter.consent.Shown;
import nl.sluiswachter.transfer.Reference;

/** Reads what a party reports about a consent; empty when something is wrong, which the body remembers. */
final class HappeningReader {

    private static final String REFERENCE = "[A-Za-z0-9][A-Za-z0-9_.:/-]{0,79}";
    private static final String LANGUAGE = "[a-z]{2,3}";

    private final SubjectReader subjects;

    HappeningReader(SubjectReader subjects) {
        this.subjects = subjects;
    }

    Optional<Happening> requested(Body body) {
        Optional<String> evidence = reference(body.optional("evidence"));
        Optional<Shown> shown = shown(body.optional("shown"));
        return sound(body, Happening.requested(evidence, shown));
    }

    Optional<Happening> given(Body body) {
        Optional<Body> by = body.required("givenBy").object();
        Optional<Giver> giver = by.flatMap(this::person);
        Optional<Mandate> mandate = by.flatMap(b -> b.optional("mandate").choice(Mandate.class));
        Optional<Instant> at = body.required("givenAt").instant();
        Optional<Freedom> freedom = body.required("freedom").object().flatMap(HappeningReader::freedom);
        Optional<String> evidence = reference(body.optional("evidence"));
        Optional<Shown> shown = shown(body.optional("shown"));
        return body.isSoundSoFar()
                ? Optional.of(Happening.given(
                        giver.orElseThrow(),
                        new Giving(mandate, at.orElseThrow(), freedom.orElseThrow()),
                        evidence,
                        shown))
                : Optional.empty();
    }

    Optional<Happening> refused(Body body) {
        Optional<Giver> by = body.optional("by").object().flatMap(this::person);
        Optional<String> evidence = reference(body.optional("evidence"));
        return sound(body, Happening.refused(by, evidence, shown(body.optional("shown"))));
    }

    Optional<Happening> withdrawn(Body body) {
        Optional<Giver> by = body.optional("by").object().flatMap(this::person);
        Optional<String> evidence = reference(body.optional("evidence"));
        return sound(body, Happening.withdrawn(by, evidence, shown(body.optional("shown"))));
    }

    Optional<Happening> invalidated(Body body) {
        Optional<InvalidityReason> reason = body.required("reason").choice(InvalidityReason.class);
        Optional<String> evidence = reference(body.optional("evidence"));
        return reason.flatMap(why -> sound(body, Happening.invalidated(why, evidence)));
    }

    private static Optional<Happening> sound(Body body, Happening happening) {
        return body.isSoundSoFar() ? Optional.of(happening) : Optional.empty();
    }

    private Optional<Giver> person(Body body) {
        Optional<Giver.Relation> relation = body.required("relation").choice(Giver.Relation.class);
        Member bsn = body.optional("bsn");
        return relation.map(given -> new Giver(given, subjects.bsn(bsn)));
    }

    private static Optional<Freedom> freedom(Body body) {
        Optional<Boolean> initiated = body.required("initiatedByResident").bool();
        Optional<Boolean> benefit = body.required("benefitForResident").bool();
        Optional<Boolean> explained = body.required("noDetrimentExplained").bool();
        Optional<Boolean> notUsed = body.required("notUsedForEnforcement").bool();
        return initiated.flatMap(
                i -> benefit.flatMap(b -> explained.flatMap(e -> notUsed.map(n -> new Freedom(i, b, e, n)))));
    }

    private static Optional<Shown> shown(Member member) {
        return member.object().flatMap(body -> {
            Optional<String> form = reference(body.required("form"));
            Optional<String> version = reference(body.optional("version"));
            Optional<String> language =
                    body.required("language").matching(LANGUAGE, "A language of ISO 639 such as nl is expected.");
            Optional<Shown.Channel> channel = body.required("channel").choice(Shown.Channel.class);
            return form.flatMap(f -> language.flatMap(l -> channel.map(c -> new Shown(f, version.orElse(null), l, c))));
        });
    }

    /** A reference, so that no story about a person ends up in the register; and never one that is a BSN. */
    private static Optional<String> reference(Member member) {
        return member.matching(REFERENCE, "A reference of at most 80 letters, digits and _ . : / - is expected.")
                .flatMap(text -> Reference.holdsBsn(text)
                        ? member.refused("BSN_IN_TEXT", "A reference that cannot be taken for a BSN is expected.")
                        : Optional.of(text));
    }
}
