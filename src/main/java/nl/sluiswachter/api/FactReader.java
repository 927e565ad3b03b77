package nl.sluiswachter.api;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.api.SubjectReader.Subject;
import nl.sluiswachter.facts.FactDraft;
import nl.sluiswachter.facts.FactKind;
import nl.sluiswachter.facts.FactRules;
import nl.sluiswachter.kernel.Oin;

/** Turns a fact body into a draft, or refuses it with everything that is wrong. */
final class FactReader {

    private static final int MOST_DETAILS = 10;
    private static final String CODE = "[A-Za-z0-9_.:-]{1,80}";

    private final SubjectReader subjects;
    private final FactRules rules;

    FactReader(SubjectReader subjects, FactRules rules) {
        this.subjects = subjects;
        this.rules = rules;
    }

    /** @throws ProblemException 400 {@code INVALID_INPUT} */
    FactDraft read(Body body) {
        Optional<FactDraft> draft = draft(body);
        draft.ifPresent(
                fact -> rules.flaws(fact).forEach(flaw -> body.refuse(flaw.member(), flaw.code(), flaw.reason())));
        body.check();
        return draft.orElseThrow();
    }

    private Optional<FactDraft> draft(Body body) {
        Optional<Subject> subject = subjects.read(body);
        Optional<FactKind> kind = body.required("kind").choice(FactKind.class);
        Optional<Oin> party = body.optional("party").parsed(Oin::new, "OIN_EXPECTED", "An OIN is expected.");
        Map<String, String> detail = body.optional("detail")
                .map(MOST_DETAILS, value -> value.matching(CODE, "Codes of letters, digits and _ . : - are expected."));
        Optional<Instant> from = body.optional("validFrom").instant();
        Optional<Instant> until = body.optional("validUntil").instant();
        if (!body.isSoundSoFar()) {
            return Optional.empty();
        }
        return Optional.of(
                new FactDraft(kind.orElseThrow(), subject.orElseThrow().identity(), party, detail, from, until));
    }
}
