package nl.sluiswachter.transfer;

import java.util.Optional;
import nl.sluiswachter.kernel.SubjectKeys;

/** The stages as the route calls them, with registers in memory. Only who calls and what is registered is given. */
final class TestPath {
    static final SubjectKeys KEYS = new SubjectKeys(new byte[32]);

    private final PurposeStage purpose;
    private final ConsentStage consent = new ConsentStage();
    private final MinimiseStage minimise = new MinimiseStage();
    private static final DecideStage DECIDE = new DecideStage(submitted -> {});

    TestPath(Registers registers) {
        this(registers, id -> Optional.empty());
    }

    TestPath(Registers registers, Requests requests) {
        this.purpose = new PurposeStage(KEYS, registers, requests);
    }

    Decided decide(Submitted submitted) {
        return DECIDE.decide(minimise(submitted));
    }

    Minimal minimise(Submitted submitted) {
        return minimise.minimise(consent.examine(purpose.examine(submitted)));
    }
}
