package nl.sluiswachter.transferlog;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transfer.Decided;
import nl.sluiswachter.transfer.IdempotencyKey;

/** Measures how long a decision waits until it is durable: the lag of the log that every sender feels. */
final class MeteredTransferLog implements TransferLog {

    private final TransferLog log;
    private final Timer lag;

    MeteredTransferLog(TransferLog log, MeterRegistry meters) {
        this.log = log;
        this.lag = Timer.builder("sluiswachter.log.lag")
                .description("Time from a decision until its log entry is durable")
                .publishPercentileHistogram()
                .register(meters);
    }

    @Override
    public Recorded record(Decided decided) {
        return lag.record(() -> log.record(decided));
    }

    @Override
    public Optional<EarlierAnswer> earlier(Oin sender, IdempotencyKey key) {
        return log.earlier(sender, key);
    }

    @Override
    public Optional<LoggedTransfer> find(UUID transferId) {
        return log.find(transferId);
    }

    @Override
    public boolean hasCanary(UUID canaryId) {
        return log.hasCanary(canaryId);
    }

    @Override
    public Optional<String> receipt(UUID transferId) {
        return log.receipt(transferId);
    }
}
