package nl.sluiswachter.report;

import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.transferlog.search.Place;

/**
 * What a report would say. It was given to nobody: as a look-up it stands in the log, as a report it does not.
 *
 * @param next where the rest begins, when there is more than fits
 * @param heldBack how often each rule held something back; for whom the ground opens that, and for nobody else
 */
public record ReportPreview(ReportPage page, Optional<Place> next, Map<HoldBackRule, Integer> heldBack) {

    public ReportPreview {
        heldBack = Map.copyOf(heldBack);
    }
}
