package nl.sluiswachter.transfer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.FieldRule;
import nl.sluiswachter.consent.ConsentKind;

/** The judged consents of one person, each kind judged at most once. */
final class PersonConsents {

    private final Case input;
    private final Person person;
    private final ConsentJudge judge;
    private final Map<ConsentKind, Judgement> judged = new EnumMap<>(ConsentKind.class);

    PersonConsents(Case input, Person person) {
        this.input = input;
        this.person = person;
        this.judge = new ConsentJudge(input);
    }

    Judgement judgement(ConsentKind kind) {
        return judged.computeIfAbsent(kind, k -> judge.judge(person, k));
    }

    /** Whether nobody can say who must consent: the next consent would fail for that. */
    boolean isAgeMissing() {
        return judge.isAgeMissing(person);
    }

    /** What whoever is to ask must know beforehand, because the next consent would fail for it. */
    List<Code> alsoFails(ConsentKind kind) {
        List<Code> codes = new ArrayList<>();
        if (isAgeMissing()) {
            codes.add(Code.AGE_UNKNOWN);
        }
        if (judge.lacksSecondRepresentative(person, kind, input.remaining(person))) {
            codes.add(Code.REP_OBJECTION);
        }
        return codes;
    }

    /** Whether a valid consent of this kind names the field. */
    boolean covers(ConsentKind kind, String path) {
        boolean byName = input.rule().fields().byName().contains(path);
        return judgement(kind).covers(path, rule(path).sensitive(), byName);
    }

    /** Why no valid consent of this kind is enough for the field. */
    Code lacking(ConsentKind kind, String path) {
        return judgement(kind).lacking(path, input.rule().fields().byName().contains(path));
    }

    /** Whether it names the field, or the field only says who or which case it is about. */
    boolean admits(ConsentKind kind, String path) {
        return judgement(kind).isValid() && accompanies(path) || covers(kind, path);
    }

    /** Whether the field only says who or which case it is about; also what identifies the person instead of a BSN. */
    boolean accompanies(String path) {
        return input.submitted().accompanies(person, path);
    }

    private FieldRule rule(String path) {
        return input.catalogue().fields().get(path);
    }
}
