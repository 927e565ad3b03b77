package nl.sluiswachter.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    @Test
    void doublesUpToTheBound() {
        RetrySchedule schedule = new RetrySchedule(FIRST, LONGEST, () -> 0);

        assertThat(schedule.waitAfter(1)).isEqualTo(FIRST);
        assertThat(schedule.waitAfter(2)).isEqualTo(Duration.ofSeconds(10));
        assertThat(schedule.waitAfter(8)).isEqualTo(Duration.ofSeconds(640));
        assertThat(schedule.waitAfter(9)).isEqualTo(LONGEST);
    }

    @Property
    void staysWithinItsBounds(
            @ForAll @IntRange(min = 1) int failures, @ForAll @DoubleRange(max = 1, maxIncluded = false) double random) {
        RetrySchedule schedule = new RetrySchedule(FIRST, LONGEST, () -> random);

        assertThat(schedule.waitAfter(failures)).isBetween(FIRST.multipliedBy(3).dividedBy(4), LONGEST);
    }
}
