package nl.sluiswachter.explanation;

import java.time.LocalDate;
import java.util.List;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.ObligationRule;
import nl.sluiswachter.catalogue.Voice;
import nl.sluiswachter.transferlog.RecordedDecision;

/**
 * What must still be done after a permit.
 *
 * @param code of the obligation
 * @param text a sentence for a professional
 * @param due the last day for it
 * @param article that asks for it
 */
public record Duty(String code, String text, LocalDate due, String article) {

    /** Whether it is met with a verdict, which the log has; of any other only the sender knows. */
    public boolean isReview() {
        return code.equals(ObligationRule.HUMAN_REVIEW);
    }

    /** All of a decision, in the words of the catalogue that it used. */
    public static List<Duty> of(RecordedDecision decision, Catalogue catalogue, Language language) {
        Told told = new Told(decision, catalogue, new Words(catalogue, Voice.PROFESSIONAL, language), false);
        return decision.obligations().stream()
                .map(one -> new Duty(one.code(), told.obligation(one), one.due(), one.article()))
                .toList();
    }
}
