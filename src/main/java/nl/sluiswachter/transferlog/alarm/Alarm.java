package nl.sluiswachter.transferlog.alarm;

import java.time.Instant;

/**
 * Something looked tampered with, and nobody has said yet why it is no matter any more.
 *
 * @param id {@code L} and a number for one of the log, {@code W} and a number for one of a witness
 * @param what finding and place, in one line
 */
public record Alarm(String id, Instant foundAt, String what) {}
