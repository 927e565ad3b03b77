package nl.sluiswachter.transfer;

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

    private final Envelope envelope = new Envelope();

    /** The decision on what remains of the message. */
    public Decided decide(Minimal minimal) {
        Case examined = minimal.examined();
        List<Finding> failures =
                examined.findings().stream().filter(Finding::isFailure).toList();
        return failures.isEmpty() ? permit(minimal) : deny(minimal, failures);
    }

    private static Decided deny(Minimal minimal, List<Finding> failures) {
        List<Finding> reasons = Finding.reasons(failures);
        return new Decided(
                minimal,
                new Decision.Deny(reasons, new WaysOut(minimal.examined()).of(reasons)),
                minimal.examined().findings(),
                Map.of(),
                List.of(),
                Optional.empty());
    }

    private Decided permit(Minimal minimal) {
        Case examined = minimal.examined();
        List<Obligation> obligations = obligations(examined);
        List<Finding> findings = new ArrayList<>(examined.findings());
        obligations.forEach(obligation ->
                findings.add(Finding.pass(CheckName.OBLIGATION, Code.OBLIGATIONS_SET, obligation.article())));
        List<ReliedConsent> consents = new ReliedOn(minimal).consents();
        return new Decided(
                minimal,
                new Decision.Permit(obligations),
                findings,
                delivered(minimal),
                consents,
                outgoing(minimal, ids(consents)));
    }

    /** Only a real transfer has anything to deliver, whatever the decision on the others. */
    private Optional<Outgoing> outgoing(Minimal minimal, List<UUID> consents) {
        return switch (minimal.examined().submitted().nature()) {
            case TRANSFER -> Optional.of(envelope.around(minimal, consents));
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
