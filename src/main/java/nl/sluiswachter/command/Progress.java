package nl.sluiswachter.command;

import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Draws every second how far a long task is, and says how fast it goes and how long it will still take. The end is drawn where
 * anything was.
 */
final class Progress implements LongConsumer {

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final int BAR = 20;

    private final Terminal terminal;
    private final long total;
    private final LongSupplier nanos;
    private final long start;
    private long told;

    Progress(Terminal terminal, long total, LongSupplier nanos) {
        this.terminal = terminal;
        this.total = total;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.told = start;
    }

    @Override
    public void accept(long done) {
        long now = nanos.getAsLong();
        boolean ended = told > start && done == total;
        if (ended || now - told >= PAUSE) {
            told = now;
            terminal.complain(line(done, Math.max(1, now - start)));
        }
    }

    private String line(long done, long elapsed) {
        long perSecond = Math.max(1, done * TimeUnit.SECONDS.toNanos(1) / elapsed);
        long left = Math.max(0, total - done) / perSecond;
        int percent = total == 0 ? 100 : (int) Math.min(100, 100 * done / total);
        return "  [%s] %s of %s (%d %%), %s a second, %d s left"
                .formatted(
                        "#".repeat(BAR * percent / 100) + ".".repeat(BAR - BAR * percent / 100),
                        Terminal.number(done),
                        Terminal.number(total),
                        percent,
                        Terminal.number(perSecond),
                        left);
    }
}
