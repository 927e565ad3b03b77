package nl.sluiswachter.transferlog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class PlaceTest {

    @Property
    void comesBackAsItWas(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long seconds,
            @ForAll @IntRange(min = 0, max = 999_999) int micros,
            @ForAll @IntRange(min = 1, max = 999_999_999) int shard,
            @ForAll @LongRange(min = 0, max = 999_999_999_999_999_999L) long position) {
        Place place = new Place(Instant.ofEpochSecond(seconds, micros * 1000L), shard, position);

        assertThat(Place.parse(place.text())).hasValue(place);
    }

    @Property
    void anyOtherTextIsNoPlace(@ForAll String text) {
        assertThat(Place.parse(text)).isEmpty();
    }
}
