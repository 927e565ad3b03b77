package nl.sluiswachter.transferlog.listing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import nl.sluiswachter.transferlog.LogDamaged;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.Page;
import nl.sluiswachter.transferlog.search.Place;
import nl.sluiswachter.transferlog.search.SearchBusy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Text that is made page by page while it is read, so that an export of any length takes the memory of one page. Every few
 * seconds a line tells how far it is, also while nothing is found. Where others search at once it waits for its turn. The last
 * line says how many entries there were: without it an export broke off, however its connection ended.
 */
public final class PagedStream extends InputStream {

    /** At least this often a line says how far the export is, as long as a page takes no longer. */
    static final Duration PULSE = Duration.ofSeconds(5);

    /** The longest that one export takes. */
    static final Duration LONGEST = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(PagedStream.class);
    private static final int BYTE = 0xff;

    private final Function<Optional<Place>, Page> pages;
    private final Lines lines;
    private final Consumer<LogDamaged> alarm;
    private final LongSupplier nanoTime;
    private final long start;
    private long toldAt;
    private long entries;
    private byte[] ready;
    private int next;
    private Optional<Place> from = Optional.empty();
    private boolean isLast;

    /** What is written. */
    public interface Lines {

        /** Before all. */
        String heading();

        /** An entry: some lines, or none. */
        String of(Found found);

        /** How many entries there were so far, and up to when was looked. */
        String progress(long entries, Instant backTo);

        /** The last line. */
        String end(long entries);
    }

    /**
     * @param pages reads from a place on
     * @param alarm raises the alarm about an entry that was damaged
     * @param nanoTime a clock that only goes forward
     */
    public PagedStream(
            Function<Optional<Place>, Page> pages, Lines lines, Consumer<LogDamaged> alarm, LongSupplier nanoTime) {
        this.pages = pages;
        this.lines = lines;
        this.alarm = alarm;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.toldAt = start;
        this.ready = lines.heading().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() throws IOException {
        return fill() ? ready[next++] & BYTE : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int some = Math.min(length, ready.length - next);
        System.arraycopy(ready, next, target, offset, some);
        next += some;
        return some;
    }

    /** Whether there is a byte to give. */
    private boolean fill() throws IOException {
        while (next == ready.length && !isLast) {
            turn();
        }
        return next < ready.length;
    }

    private void turn() throws IOException {
        try {
            if (nanoTime.getAsLong() - start > LONGEST.toNanos()) {
                throw new IllegalStateException("An export may take no longer than " + LONGEST);
            }
            ready = text().getBytes(StandardCharsets.UTF_8);
            next = 0;
        } catch (LogDamaged e) {
            LOG.error("An export broke off: {}", e.getMessage());
            alarm.accept(e);
            throw new IOException("An export broke off");
        } catch (RuntimeException e) {
            LOG.error("An export broke off: {}", e.getClass().getName());
            // Without the cause, whose message may repeat values.
            throw new IOException("An export broke off");
        }
    }

    /** A page that had no turn is asked for again: what was sent so far is not given up for it. */
    private String text() {
        try {
            return text(pages.apply(from));
        } catch (SearchBusy e) {
            if (Thread.currentThread().isInterrupted()) { // the node goes away
                throw e;
            }
            return progress();
        }
    }

    /** Empty where that was told a moment ago, and before the first page. */
    private String progress() {
        if (from.isEmpty() || nanoTime.getAsLong() - toldAt < PULSE.toNanos()) {
            return "";
        }
        toldAt = nanoTime.getAsLong();
        return lines.progress(entries, from.get().at());
    }

    /** An export is whole or breaks off. */
    private String line(Found found) {
        return lines.of(found.whole());
    }

    private String text(Page page) {
        StringBuilder text = new StringBuilder();
        page.entries().forEach(found -> text.append(line(found)));
        entries += page.entries().size();
        from = page.next();
        isLast = from.isEmpty();
        return text.append(isLast ? lines.end(entries) : progress()).toString();
    }
}
