package nl.sluiswachter.consent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checklist that a consent to a public body was free (AVG art. 4(11) and 7; guidance of 25 February 2024). */
public record Freedom(
        boolean initiatedByResident,
        boolean benefitForResident,
        boolean noDetrimentExplained,
        boolean notUsedForEnforcement) {

    /** Whether every point was confirmed. */
    public boolean isConfirmed() {
        return unconfirmed().isEmpty();
    }

    /** The points that were not confirmed, by the names of their members. */
    public List<String> unconfirmed() {
        Map<String, Boolean> points = new LinkedHashMap<>();
        points.put("initiatedByResident", initiatedByResident);
        points.put("benefitForResident", benefitForResident);
        points.put("noDetrimentExplained", noDetrimentExplained);
        points.put("notUsedForEnforcement", notUsedForEnforcement);
        points.values().removeIf(confirmed -> confirmed);
        return List.copyOf(points.keySet());
    }
}
