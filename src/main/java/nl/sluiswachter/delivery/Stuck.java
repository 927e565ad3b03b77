package nl.sluiswachter.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * What does not get to its receiver. Each number is at most {@link StuckMessages#MOST} and one, which means that there are more.
 *
 * @param expired given up since the moment that was asked for
 * @param ending still with us, and given up before the moment that was asked for
 * @param paused receivers that failed time after time and are left alone for now
 * @param oldest since when the oldest message waits for its first hand-over
 */
public record Stuck(long expired, long ending, long paused, Optional<Instant> oldest) {}
