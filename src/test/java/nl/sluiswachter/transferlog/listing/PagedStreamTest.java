package nl.sluiswachter.transferlog.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.Page;
import nl.sluiswachter.transferlog.search.Place;
import org.junit.jupiter.api.Test;

/** An export says how far it is while it is made, and ends. */
class PagedStreamTest {

    private final AtomicLong nanos = new AtomicLong();

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

    /** Of pages without entries, each of which takes so long. */
    private PagedStream stream(int pages, Duration each) {
        return new PagedStream(
                place -> {
                    nanos.addAndGet(each.toNanos());
                    long left = place.map(one -> one.at().getEpochSecond()).orElse((long) pages) - 1;
                    return new Page(
                            List.of(),
                            List.of(),
                            left == 0 ? Optional.empty() : Optional.of(new Place(Instant.ofEpochSecond(left), 1, 1)));
                },
                new PlainLines(),
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
