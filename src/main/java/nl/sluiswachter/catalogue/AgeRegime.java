package nl.sluiswachter.catalogue;

import nl.sluiswachter.consent.AgeBand;

/**
 * Who may consent at which age.
 *
 * @param article source of the regime
 */
public record AgeRegime(String article, GiverRule under12, GiverRule from12, GiverRule from16, GiverRule adult) {

    /** The rule for a person of this age in whole years. */
    public GiverRule at(int age) {
        return switch (AgeBand.of(age)) {
            case UNDER_12 -> under12;
            case FROM_12 -> from12;
            case FROM_16 -> from16;
            case ADULT -> adult;
        };
    }
}
