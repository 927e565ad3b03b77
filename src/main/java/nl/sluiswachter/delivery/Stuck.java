package nl.sluiswachter.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * What does not get to its receiver. Each number is at most {@link StuckMessages#MOST} and one, which means that there are more.
 *
 * @param expired see {@link Stall#EXPIRED}
 * @param ending see {@link Stall#ENDING}
 * @param paused receivers that failed time after time and are left alone for now
 * @param oldest since when the oldest message waits for its first hand-over, see {@link Stall#WAITING}
 */
public record Stuck(long expired, long ending, long paused, Optional<Instant> oldest) {}
