package nl.sluiswachter.catalogue;

/**
 * Who may consent at which age.
 *
 * @param article source of the regime
 */
public record AgeRegime(String article, GiverRule under12, GiverRule from12, GiverRule from16, GiverRule adult) {

    private static final int TWELVE = 12;
    private static final int SIXTEEN = 16;
    private static final int EIGHTEEN = 18;

    /** The rule for a person of this age in whole years. */
    public GiverRule at(int age) {
        if (age < TWELVE) {
            return under12;
        }
        if (age < SIXTEEN) {
            return from12;
        }
        return age < EIGHTEEN ? from16 : adult;
    }
}
