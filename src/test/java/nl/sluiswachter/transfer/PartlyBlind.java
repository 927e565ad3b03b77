package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.kernel.SubjectKeys;

/** Decisions as they would be if a check had gone blind: for tests of what must notice that. */
public final class PartlyBlind {

    private final Minimal seen;

    private PartlyBlind(Minimal seen) {
        this.seen = seen;
    }

    /** As all checks see it. */
    public static PartlyBlind on(Submitted submitted, Registers registers) {
        Lawful lawful = new PurposeStage(new SubjectKeys(new byte[32]), registers, (id, from, to) -> Optional.empty())
                .examine(submitted);
        return new PartlyBlind(new MinimiseStage().minimise(new ConsentStage().examine(lawful)));
    }

    /** The check does not run. */
    public PartlyBlind without(CheckName check) {
        return changing(
                findings -> findings.stream().filter(f -> f.check() != check).toList());
    }

    /** The check runs and finds nothing wrong. */
    public PartlyBlind lenient(CheckName check) {
        return changing(findings -> findings.stream()
                .map(f -> f.check() == check && f.isFailure() ? Finding.pass(check, Code.TYPE_FITS, f.article()) : f)
                .toList());
    }

    /** The check cannot be evaluated. */
    public PartlyBlind broken(CheckName check) {
        return changing(findings -> Stream.concat(
                        findings.stream().filter(f -> f.check() != check),
                        Stream.of(Finding.fail(check, Code.RULE_NOT_EVALUATED, "AVG art. 5")))
                .toList());
    }

    /** The field was not left out. */
    public PartlyBlind keeping(String field) {
        Case old = seen.examined();
        Map<FieldRef, Removal> removals = new LinkedHashMap<>(old.removals());
        removals.values().removeIf(removal -> removal.field().equals(field));
        return with(old.findings(), removals);
    }

    /** The texts were found to hold too much and went along as they were. */
    public PartlyBlind unmasked() {
        List<MinimalPerson> persons = seen.persons().stream()
                .map(one -> {
                    Map<String, JsonNode> fields = new LinkedHashMap<>(one.fields());
                    fields.replaceAll((path, value) -> one.person().fields().get(path));
                    return new MinimalPerson(one.person(), fields, one.secretAddress());
                })
                .toList();
        return new PartlyBlind(new Minimal(seen.examined(), persons));
    }

    /** What it comes to. */
    public Decided decide() {
        return new DecideStage(submitted -> {}).decide(seen);
    }

    private PartlyBlind changing(UnaryOperator<List<Finding>> change) {
        return with(change.apply(seen.examined().findings()), seen.examined().removals());
    }

    private PartlyBlind with(List<Finding> findings, Map<FieldRef, Removal> removals) {
        Case old = seen.examined();
        Case changed = new Case(
                old.submitted(),
                old.identities(),
                old.consents(),
                old.facts(),
                old.found(),
                old.ambiguous(),
                old.asked(),
                findings,
                removals);
        return new PartlyBlind(new Minimal(changed, seen.persons()));
    }
}
