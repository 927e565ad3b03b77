package nl.sluiswachter.transferlog.task;

import java.time.Instant;

/** A verdict as the log has it. */
public record Judged(
        Instant at, String officer, ReviewVerdict.Outcome outcome, ReviewVerdict.Reason reason, String reference) {}
