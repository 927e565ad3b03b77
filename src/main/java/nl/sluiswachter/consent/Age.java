package nl.sluiswachter.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import nl.sluiswachter.kernel.Days;

/** How old a person was at a moment, on the calendar of the resident. */
record Age(Optional<LocalDate> birthdate, Instant moment) {

    /** Full years; negative when not born yet, empty when unknown. */
    Optional<Integer> years() {
        LocalDate day = Days.of(moment);
        return birthdate.map(
                born -> born.isAfter(day) ? -1 : Period.between(born, day).getYears());
    }

    /** Whether the person is known to have been of age. */
    boolean isAdult() {
        return years().map(years -> AgeBand.of(years) == AgeBand.ADULT).orElse(false);
    }

    /** The birth date as far as the age regimes need it later: only of a minor. */
    Optional<LocalDate> birthdateToKeep() {
        return birthdate.filter(born -> !isAdult());
    }
}
