package nl.sluiswachter.canary;

import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.delivery.Deliveries;
import nl.sluiswachter.delivery.Handed;
import nl.sluiswachter.transfer.Decided;
import nl.sluiswachter.transfer.Submitted;
import nl.sluiswachter.transferlog.TransferLog;

/** Says whether a canary came to the end that it must come to: refused by every check, logged as what it is, kept in. */
final class CanaryJudge {

    private final TransferLog log;
    private final Deliveries deliveries;

    CanaryJudge(TransferLog log, Deliveries deliveries) {
        this.log = log;
        this.deliveries = deliveries;
    }

    /** What is wrong; empty when nothing is. */
    Optional<Alarm> judge(Handed handed) {
        Decided decided = handed.recorded().decided();
        return decision(decided)
                .or(() -> log.hasCanary(handed.recorded().transferId())
                        ? Optional.empty()
                        : Optional.of(Alarm.NOT_LOGGED))
                .or(() -> isVisible(handed) ? Optional.of(Alarm.NOT_KEPT_IN) : Optional.empty());
    }

    /** Whether the decision alone is as it must be. */
    static Optional<Alarm> decision(Decided decided) {
        if (decided.isPermit()) {
            return Optional.of(Alarm.PERMITTED);
        }
        Submitted canary = decided.submitted();
        return new Objections(canary.catalogue(), canary.type(), canary.rule())
                .missingIn(decided)
                .map(Alarm::unseenBy);
    }

    private boolean isVisible(Handed handed) {
        UUID id = handed.recorded().transferId();
        return handed.delivered()
                || deliveries.status(id).isPresent()
                || log.find(id).isPresent()
                || log.receipt(id).isPresent();
    }
}
