package nl.sluiswachter.consent;

import java.time.Duration;

/**
 * What the end of a consent stopped.
 *
 * @param within from the receipt of the report until the last queued message was stopped
 * @param messages that had not been handed over yet
 */
public record Stop(Duration within, int messages) {}
