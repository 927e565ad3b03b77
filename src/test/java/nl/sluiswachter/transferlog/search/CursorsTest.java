package nl.sluiswachter.transferlog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectKeys;

class CursorsTest {

    private static final Oin CALLER = new Oin("00000099000000001000");
    private static final Oin OTHER = new Oin("00000099000000001400");

    private final Cursors cursors = new Cursors(new SubjectKeys(new byte[32]));

    @Property
    void comeBackAsTheyWereToTheirCallerAndToNobodyElse(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long seconds,
            @ForAll @IntRange(min = 0, max = 999_999) int micros,
            @ForAll @IntRange(min = 1) int shard,
            @ForAll @LongRange(min = 0) long position) {
        Place place = new Place(Instant.ofEpochSecond(seconds, micros * 1000L), shard, position);

        String text = cursors.text(place, CALLER);

        assertThat(text).hasSize(Cursors.LONGEST).matches("[A-Za-z0-9_-]+").isEqualTo(cursors.text(place, CALLER));
        assertThat(cursors.parse(text, CALLER)).hasValue(place);
        assertThat(cursors.parse(text, OTHER)).isEmpty();
        assertThat(cursors.parseReview(text)).isEmpty();
        assertThat(cursors.review(place)).matches("r[A-Za-z0-9_-]{64}");
        assertThat(cursors.parseReview(cursors.review(place))).hasValue(place);
    }

    @Property
    void anyOtherTextIsNoCursor(@ForAll String text) {
        assertThat(cursors.parse(text, CALLER)).isEmpty();
    }

    @Property
    void aChangedCharacterIsNoCursor(@ForAll @IntRange(max = 63) int at) {
        StringBuilder text = new StringBuilder(cursors.text(new Place(Instant.EPOCH, 1, 2), CALLER));
        text.setCharAt(at, text.charAt(at) == 'A' ? 'B' : 'A');

        assertThat(cursors.parse(text.toString(), CALLER)).isEmpty();
    }

    @Property(tries = 50)
    void doNotTellHowFarApartTwoPlacesAre(@ForAll @LongRange(min = 0, max = 1_000_000) long position) {
        String text = cursors.text(new Place(Instant.EPOCH, 1, position), CALLER);
        String next = cursors.text(new Place(Instant.EPOCH, 1, position + 1), CALLER);

        assertThat(common(text, next)).isLessThan(12);
    }

    private static int common(String one, String other) {
        int same = 0;
        while (same < one.length() && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }
}
