package nl.sluiswachter.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.sluiswachter.verifier.Outside.Seen;

/** Whatever others saw and however much of it, the answer is that of looking at each. */
class OutsideTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration SKEW = Duration.ofDays(1);

    @Property
    void findsWhatLookingAtEachFinds(
            @ForAll("seen") List<Seen> seen, @ForAll("leaf") long index, @ForAll("moment") Instant said) {
        Outside outside = new Outside(seen);

        assertThat(outside.before(index, said).isPresent())
                .isEqualTo(seen.stream()
                        .anyMatch(one ->
                                index < one.leaves() && one.at().plus(SKEW).isBefore(said)));
        assertThat(outside.without(index, said).isPresent())
                .isEqualTo(seen.stream()
                        .anyMatch(one -> one.leaves() <= index
                                && one.at().minus(Outside.TOLERANCE).isAfter(said)));
        assertThat(outside.hasSeen(index, said))
                .isEqualTo(seen.stream()
                        .anyMatch(one -> index < one.leaves() && !one.at().isAfter(said.plus(Outside.TOLERANCE))));
    }

    @Property
    void namesSomebodyWhoSawIt(
            @ForAll("seen") List<Seen> seen, @ForAll("leaf") long index, @ForAll("moment") Instant said) {
        List<Seen> named = new ArrayList<>();
        Outside outside = new Outside(seen);
        outside.before(index, said).ifPresent(named::add);
        outside.without(index, said).ifPresent(named::add);

        assertThat(seen).containsAll(named);
    }

    @Provide
    Arbitrary<List<Seen>> seen() {
        return Combinators.combine(leaf(), moment())
                .as((leaves, at) -> new Seen("paper", leaves, at))
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<Long> leaf() {
        return Arbitraries.longs().between(0, 9);
    }

    @Provide
    Arbitrary<Instant> moment() {
        return Arbitraries.integers().between(0, 120).map(days -> START.plus(Duration.ofDays(days)));
    }
}
