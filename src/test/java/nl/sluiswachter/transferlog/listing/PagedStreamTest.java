package nl.sluiswachter.transferlog.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;
import nl.sluiswachter.transferlog.LogDamaged;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.NoTurn;
import nl.sluiswachter.transferlog.search.Page;
import nl.sluiswachter.transferlog.search.Place;
import org.junit.jupiter.api.Test;

/** An export says how far it is while it is made, and ends. */
class PagedStreamTest {

    private final AtomicLong nanos = new AtomicLong();
    private final List<LogDamaged> raised = new ArrayList<>();

    @Test
    void saysHowFarItIsEveryFewSecondsAlsoWhileNothingIsFound() throws IOException {
        PagedStream stream = stream(10, Duration.ofSeconds(2));

        String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);

        // told after 6, 12 and 18 of 20 seconds
        assertThat(text)
                .isEqualTo("heading\nsoFar 0 1970-01-01T00:00:07Z\nsoFar 0 1970-01-01T00:00:04Z\n"
                        + "soFar 0 1970-01-01T00:00:01Z\nend 0\n");
    }

    @Test
    void saysNothingInBetweenWhenItIsQuick() throws IOException {
        PagedStream stream = stream(10, Duration.ofMillis(100));

        assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("heading\nend 0\n");
    }

    @Test
    void breaksOffWithoutItsLastLineWhenItTakesTooLong() {
        PagedStream stream = stream(Integer.MAX_VALUE, Duration.ofMinutes(7));

        assertThatThrownBy(stream::readAllBytes).isInstanceOf(IOException.class);
        assertThat(nanos.get()).isLessThan(Duration.ofMinutes(70).toNanos());
    }

    @Test
    void waitsForItsTurnSayingSoAndGoesOnWhereItWas() throws IOException {
        PagedStream stream = stream(3, Duration.ofSeconds(6), attempt -> attempt == 2 || attempt == 3);

        assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "heading\nsoFar 0 1970-01-01T00:00:02Z\n" // a page
                                + "soFar 0 1970-01-01T00:00:02Z\nsoFar 0 1970-01-01T00:00:02Z\n" // no turn
                                + "soFar 0 1970-01-01T00:00:01Z\nend 0\n");
    }

    @Test
    void waitsForItsTurnBeforeTheFirstPageToo() throws IOException {
        PagedStream stream = stream(1, Duration.ofSeconds(6), attempt -> attempt == 1);

        assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("heading\nend 0\n");
    }

    @Test
    void breaksOffWithoutItsLastLineWhenItNeverHasItsTurn() {
        PagedStream stream = stream(2, Duration.ofSeconds(10), attempt -> attempt > 1);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();

        assertThatThrownBy(() -> stream.transferTo(sent)).isInstanceOf(IOException.class);
        assertThat(sent.toString(StandardCharsets.UTF_8)).endsWith("Z\n").doesNotContain("end");
        assertThat(nanos.get())
                .isBetween(
                        PagedStream.LONGEST.toNanos(),
                        PagedStream.LONGEST.plusMinutes(1).toNanos());
    }

    @Test
    void breaksOffAtAnEntryThatWasDamagedAndRaisesTheAlarm() {
        Found damaged = new Found(
                new Place(Instant.EPOCH, 3, 7),
                new UUID(0, 1),
                LogKind.DECISION,
                JsonNodeFactory.instance.objectNode(),
                new byte[0],
                Map.of());
        PagedStream stream = new PagedStream(
                place -> new Page(List.of(damaged), List.of(), Optional.empty()),
                new PlainLines(),
                raised::add,
                nanos::get);

        assertThatThrownBy(stream::readAllBytes).isInstanceOf(IOException.class).hasNoCause();
        assertThat(raised).singleElement().satisfies(found -> assertThat(
                        List.of((long) found.shard(), found.position()))
                .containsExactly(3L, 7L));
    }

    private PagedStream stream(int pages, Duration each) {
        return stream(pages, each, attempt -> false);
    }

    /**
     * Of pages without entries, each of which takes so long.
     *
     * @param busy at which attempts there is no turn, from 1
     */
    private PagedStream stream(int pages, Duration each, IntPredicate busy) {
        AtomicInteger attempts = new AtomicInteger();
        return new PagedStream(
                place -> {
                    nanos.addAndGet(each.toNanos());
                    if (busy.test(attempts.incrementAndGet())) {
                        throw NoTurn.failure();
                    }
                    long left = place.map(one -> one.at().getEpochSecond()).orElse((long) pages) - 1;
                    return new Page(
                            List.of(),
                            List.of(),
                            left == 0 ? Optional.empty() : Optional.of(new Place(Instant.ofEpochSecond(left), 1, 1)));
                },
                new PlainLines(),
                raised::add,
                nanos::get);
    }

    private static final class PlainLines implements PagedStream.Lines {

        @Override
        public String heading() {
            return "heading\n";
        }

        @Override
        public String of(Found found) {
            return "entry\n";
        }

        @Override
        public String progress(long entries, Instant backTo) {
            return "soFar " + entries + " " + backTo + "\n";
        }

        @Override
        public String end(long entries) {
            return "end " + entries + "\n";
        }
    }
}
