package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.ObligationRule;

/** Fifth step of the path: one failing check refuses, none permits. */
public final class DecideStage {

    private static final String MINIMISATION = "AVG art. 5 lid 1 onder c";

    private final Envelope envelope = new Envelope();
    private final OutgoingGuard guard = new OutgoingGuard();
    private final OutgoingAlarm alarm;

    public DecideStage(OutgoingAlarm alarm) {
        this.alarm = alarm;
    }

    /** The decision on what remains of the message. */
    public Decided decide(Minimal minimal) {
        List<Finding> findings = minimal.examined().findings();
        List<Finding> failures = findings.stream().filter(Finding::isFailure).toList();
        return failures.isEmpty() ? permitGuarded(minimal) : deny(minimal, findings, failures);
    }

    /** Nothing leaves that the published schema of the delivery does not accept, whatever the checks said. */
    private Decided permitGuarded(Minimal minimal) {
        Submitted submitted = minimal.examined().submitted();
        ObjectNode content = envelope.content(minimal);
        if (guard.accepts(submitted, content)) {
            return permit(minimal, content);
        }
        alarm.refused(submitted);
        Finding failure = Finding.fail(CheckName.FIELDS, Code.RULE_NOT_EVALUATED, MINIMISATION);
        List<Finding> findings = new ArrayList<>(minimal.examined().findings());
        findings.add(failure);
        return deny(minimal, findings, List.of(failure));
    }

    private static Decided deny(Minimal minimal, List<Finding> findings, List<Finding> failures) {
        List<Finding> reasons = Finding.reasons(failures);
        return new Decided(
                minimal,
                new Decision.Deny(reasons, new WaysOut(minimal.examined()).of(reasons)),
                findings,
                Map.of(),
                List.of(),
                Optional.empty());
    }

    private Decided permit(Minimal minimal, ObjectNode content) {
        Case examined = minimal.examined();
        List<Obligation> obligations = obligations(examined);
        List<Finding> findings = new ArrayList<>(examined.findings());
        obligations.forEach(obligation ->
                findings.add(Finding.pass(CheckName.OBLIGATION, Code.OBLIGATIONS_SET, obligation.article())));
        List<ReliedConsent> consents = new ReliedOn(minimal).consents();
        return new Decided(
                minimal,
                new Decision.Permit(obligations, new WaysOut(examined).ofRemovals()),
                findings,
                delivered(minimal),
                consents,
                outgoing(minimal, content, ids(consents)));
    }

    /** Only a real transfer has anything to deliver, whatever the decision on the others. */
    private Optional<Outgoing> outgoing(Minimal minimal, ObjectNode content, List<UUID> consents) {
        return switch (minimal.examined().submitted().nature()) {
            case TRANSFER -> Optional.of(envelope.around(minimal, content, consents));
            case DRY_RUN, CANARY -> Optional.empty();
        };
    }

    static List<UUID> ids(List<ReliedConsent> consents) {
        return consents.stream().map(ReliedConsent::id).distinct().toList();
    }

    private static List<Obligation> obligations(Case examined) {
        LocalDate day = examined.submitted().day();
        boolean informed = examined.message().circumstances().personInformed();
        boolean unsafe = examined.message().circumstances().informingIsUnsafe();
        return examined.rule().obligations().stream()
                .filter(rule -> !(rule.unlessInformed() && informed))
                .map(rule -> obligation(rule, day, unsafe))
                .toList();
    }

    /** Who may not be informed for safety is still informed once that is over: the term becomes one for review. */
    private static Obligation obligation(ObligationRule rule, LocalDate day, boolean unsafe) {
        String code = unsafe ? rule.codeWhenUnsafe() : rule.code();
        return new Obligation(code, day.plus(rule.within()), rule.article());
    }

    private static Map<String, List<String>> delivered(Minimal minimal) {
        Map<String, List<String>> paths = new LinkedHashMap<>();
        minimal.persons()
                .forEach(p -> paths.put(p.person().ref(), List.copyOf(p.fields().keySet())));
        return paths;
    }
}
