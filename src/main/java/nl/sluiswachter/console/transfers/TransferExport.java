package nl.sluiswachter.console.transfers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.ground.StatedGround;
import nl.sluiswachter.console.work.Steps;
import nl.sluiswachter.console.work.Task;
import nl.sluiswachter.console.work.TooLarge;
import nl.sluiswachter.console.work.WorkOutcome;
import nl.sluiswachter.console.work.WorkResult;
import nl.sluiswachter.transferlog.listing.CsvLines;
import nl.sluiswachter.transferlog.listing.PagedStream;
import nl.sluiswachter.transferlog.listing.RecordLines;
import nl.sluiswachter.transferlog.search.Export;
import nl.sluiswachter.transferlog.search.LogFilter;
import nl.sluiswachter.transferlog.search.Page;
import nl.sluiswachter.transferlog.search.Place;
import nl.sluiswachter.transferlog.search.SearchBusy;
import nl.sluiswachter.transferlog.search.SearchTooWide;

/**
 * Writes all that a search finds into a file, in the background. It is one look-up, written down before the first page is read;
 * that there is a file of it, and of how many entries, is written down before anybody can have it.
 * How far it is, is told in time: nobody knows how many will fit before all were looked at. It waits for its
 * turn however long that takes: nobody sits before it.
 */
final class TransferExport {

    static final String CALL = "POST " + Asking.PATH + "/export";

    private static final String CSV = "csv";

    private final TransferList list;
    private final Clock clock;

    TransferExport(TransferList list, Clock clock) {
        this.list = list;
        this.clock = clock;
    }

    /** Who asks, and why. */
    record Asked(SearchReader.Sought sought, Officer officer, StatedGround ground) {}

    /**
     * @param form {@code csv}, or anything else for JSON Lines
     * @param table for the first
     */
    Task of(Asked asked, String form, TransferTable table) {
        boolean isTable = form.equals(CSV);
        PagedStream.Lines lines = isTable ? table : RecordLines.ofEntries();
        return steps -> {
            steps.done(0); // whoever stopped it before it began looked nothing up
            list.record(asked.officer(), asked.ground(), CALL, asked.sought());
            try {
                AtomicLong entries = new AtomicLong();
                WorkResult.ResultFile made = steps.file(
                        "transfers." + (isTable ? CSV : "jsonl"),
                        isTable ? CsvLines.MEDIA_TYPE : RecordLines.MEDIA_TYPE,
                        file -> entries.set(write(asked, lines, file, steps)));
                list.exported(asked.officer(), isTable ? Export.Form.CSV : Export.Form.ENTRIES, entries.get());
                return WorkResult.of(WorkOutcome.READY, List.of()).with(made);
            } catch (SearchTooWide e) {
                throw new TooLarge();
            }
        };
    }

    /**
     * An export is whole, with its number of entries as its last line, or there is none.
     *
     * @return that number
     */
    private long write(Asked asked, PagedStream.Lines lines, OutputStream file, Steps steps) throws IOException {
        put(file, lines.heading());
        long entries = 0;
        Progress progress = progress(asked, steps);
        Optional<Place> from = Optional.empty();
        do {
            Page page = page(asked, from, progress);
            for (var found : page.entries()) {
                put(file, lines.of(found.whole()));
            }
            entries += page.entries().size();
            from = page.next();
            from.ifPresentOrElse(progress::upTo, progress::end);
        } while (from.isPresent());
        put(file, lines.end(entries));
        return entries;
    }

    /** The page from there on, tried until it has its turn or the work is stopped. */
    private Page page(Asked asked, Optional<Place> from, Progress progress) {
        while (true) {
            try {
                return list.part(asked.sought(), asked.ground(), from);
            } catch (SearchBusy e) {
                if (Thread.currentThread().isInterrupted()) { // the node goes away
                    throw e;
                }
                from.ifPresentOrElse(progress::upTo, progress::begin);
            }
        }
    }

    private Progress progress(Asked asked, Steps steps) {
        LogFilter filter = asked.sought().filter();
        Instant now = clock.instant();
        Instant start = filter.until().filter(now::isAfter).orElse(now);
        try {
            Instant end =
                    list.oldest(asked.sought(), asked.ground()).map(Place::at).orElse(start);
            long whole = Math.max(1, Duration.between(end, start).toMillis());
            steps.total(whole);
            return new Progress(steps, start, whole);
        } catch (SearchTooWide | SearchBusy e) {
            Progress unknown = new Progress(steps, start, Progress.UNKNOWN); // the file does not depend on it
            unknown.begin();
            return unknown;
        }
    }

    private static void put(OutputStream file, String text) throws IOException {
        file.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * In milliseconds of the time that is looked through, from now back to the oldest that may be found.
     *
     * @param whole how much that is; {@link #UNKNOWN} where nobody could tell
     */
    private record Progress(Steps steps, Instant start, long whole) {

        static final long UNKNOWN = Long.MAX_VALUE;

        /** Also a place to stop, as the others. */
        void upTo(Place place) {
            steps.done(Math.min(Duration.between(place.at(), start).toMillis(), whole));
        }

        void begin() {
            steps.done(0);
        }

        void end() {
            steps.done(whole == UNKNOWN ? 0 : whole);
        }
    }
}
