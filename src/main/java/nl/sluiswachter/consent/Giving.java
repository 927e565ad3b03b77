package nl.sluiswachter.consent;

import java.time.Instant;
import java.util.Optional;

/**
 * What makes a yes a consent.
 *
 * @param mandate on what ground an adult is represented
 * @param at when the person said so; registered later
 */
public record Giving(Optional<Mandate> mandate, Instant at, Freedom freedom) {}
