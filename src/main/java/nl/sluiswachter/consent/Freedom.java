package nl.sluiswachter.consent;

/** Checklist that a consent to a public body was free (AVG art. 4(11) and 7; guidance of 25 February 2024). */
public record Freedom(
        boolean initiatedByResident,
        boolean benefitForResident,
        boolean noDetrimentExplained,
        boolean notUsedForEnforcement) {

    /** Whether every point was confirmed. */
    public boolean isConfirmed() {
        return initiatedByResident && benefitForResident && noDetrimentExplained && notUsedForEnforcement;
    }
}
