package nl.sluiswachter.console.transfers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import nl.sluiswachter.transferlog.search.LogFilter;
import nl.sluiswachter.transferlog.search.Page;
import nl.sluiswachter.transferlog.search.Place;
import nl.sluiswachter.transferlog.search.SearchTooWide;

/**
 * Writes all that a search finds into a file, in the background. It is one look-up, written down before the first page is read.
 * How far it is, is told in time: nobody knows how many will fit before all were looked at.
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

    /** @param form {@code csv}, or anything else for JSON Lines */
    Task of(Asked asked, String form) {
        boolean isTable = form.equals(CSV);
        PagedStream.Lines lines = isTable ? new CsvLines() : RecordLines.ofEntries();
        return steps -> {
            steps.done(0); // whoever stopped it before it began looked nothing up
            list.record(asked.officer(), asked.ground(), CALL, asked.sought());
            try {
                return WorkResult.of(WorkOutcome.READY, List.of())
                        .with(steps.file(
                                "transfers." + (isTable ? CSV : "jsonl"),
                                isTable ? CsvLines.MEDIA_TYPE : RecordLines.MEDIA_TYPE,
                                file -> write(asked, lines, file, steps)));
            } catch (SearchTooWide e) {
                throw new TooLarge();
            }
        };
    }

    /** An export is whole, with its number of entries as its last line, or there is none. */
    private void write(Asked asked, PagedStream.Lines lines, OutputStream file, Steps steps) throws IOException {
        put(file, lines.heading());
        long entries = 0;
        Progress progress = progress(asked, steps);
        Optional<Place> from = Optional.empty();
        do {
            Page page = list.part(asked.sought(), asked.ground(), from);
            for (var found : page.entries()) {
                put(file, lines.of(found.whole()));
            }
            entries += page.entries().size();
            from = page.next();
            progress.upTo(from);
        } while (from.isPresent());
        put(file, lines.end(entries));
    }

    private Progress progress(Asked asked, Steps steps) {
        LogFilter filter = asked.sought().filter();
        Instant now = clock.instant();
        Instant start = filter.until().filter(now::isAfter).orElse(now);
        return new Progress(
                steps,
                start,
                list.oldest(asked.sought(), asked.ground()).map(Place::at).orElse(start));
    }

    private static void put(OutputStream file, String text) throws IOException {
        file.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** In milliseconds of the time that is looked through, from now back to the oldest that may be found. */
    private static final class Progress {

        private final Steps steps;
        private final Instant start;
        private final long whole;

        Progress(Steps steps, Instant start, Instant end) {
            this.steps = steps;
            this.start = start;
            this.whole = Math.max(1, Duration.between(end, start).toMillis());
            steps.total(whole);
        }

        /** Also a place to stop. */
        void upTo(Optional<Place> next) {
            steps.done(next.map(place -> Duration.between(place.at(), start).toMillis())
                    .map(done -> Math.min(done, whole))
                    .orElse(whole));
        }
    }
}
