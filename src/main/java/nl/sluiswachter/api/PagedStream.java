package nl.sluiswachter.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.Page;
import nl.sluiswachter.transferlog.search.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Text that is made page by page while it is read, so that an export of any length takes the memory of one page. The last
 * line says how many entries there were: without it an export broke off, however its connection ended.
 */
final class PagedStream extends InputStream {

    private static final Logger LOG = LoggerFactory.getLogger(PagedStream.class);
    private static final int BYTE = 0xff;

    private final Function<Optional<Place>, Page> pages;
    private final Function<Found, String> lines;
    private final LongFunction<String> end;
    private long entries;
    private byte[] ready;
    private int next;
    private Optional<Place> from = Optional.empty();
    private boolean isLast;

    /** @param end the last line, for a number of entries */
    PagedStream(
            Function<Optional<Place>, Page> pages,
            String heading,
            Function<Found, String> lines,
            LongFunction<String> end) {
        this.pages = pages;
        this.lines = lines;
        this.end = end;
        this.ready = heading.getBytes(StandardCharsets.UTF_8);
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
            Page page = pages.apply(from);
            StringBuilder text = new StringBuilder();
            page.entries().forEach(found -> text.append(lines.apply(found)));
            entries += page.entries().size();
            from = page.next();
            isLast = from.isEmpty();
            if (isLast) {
                text.append(end.apply(entries));
            }
            ready = text.toString().getBytes(StandardCharsets.UTF_8);
            next = 0;
        } catch (RuntimeException e) {
            LOG.error("An export broke off: {}", e.getClass().getName());
            // Without the cause, whose message may repeat values.
            throw new IOException("An export broke off");
        }
    }
}
