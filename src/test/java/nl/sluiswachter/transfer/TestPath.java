package nl.sluiswachter.transfer;

import java.util.List;
import java.util.Optional;
import nl.sluiswachter.kernel.SubjectKeys;

/** The stages as the route calls them, with registers in memory. Only who calls and what is registered is given. */
final class TestPath {
    static final SubjectKeys KEYS = new SubjectKeys(new byte[32]);

    private final PurposeStage purpose;
    private final List<BrokenCheck> broken;
    private final ConsentStage consent = new ConsentStage();
    private final MinimiseStage minimise = new MinimiseStage();
    private static final DecideStage DECIDE = new DecideStage(submitted -> {});

    TestPath(Registers registers) {
        this(registers, (id, from, to) -> Optional.empty());
    }

    TestPath(Registers registers, Requests requests) {
        this(registers, requests, List.of());
    }

    /** @param broken rules that cannot be evaluated */
    TestPath(Registers registers, Requests requests, List<CheckName> broken) {
        this.purpose = new PurposeStage(KEYS, registers, requests);
        this.broken = broken.stream().map(BrokenCheck::new).toList();
    }

    Decided decide(Submitted submitted) {
        return DECIDE.decide(minimise(submitted));
    }

    Minimal minimise(Submitted submitted) {
        Lawful lawful = new Lawful(purpose.examine(submitted).examined().examinedBy(List.copyOf(broken)));
        return minimise.minimise(consent.examine(lawful));
    }
}
