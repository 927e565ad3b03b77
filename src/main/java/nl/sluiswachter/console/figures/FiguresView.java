package nl.sluiswachter.console.figures;

import java.util.List;
import nl.sluiswachter.transferlog.figures.Tally;

/**
 * Figures in words and lengths.
 *
 * @param answered how many of what was permitted its receiver answered
 * @param tooMany whether there are more than are read at once
 */
record FiguresView(
        ScopeForm form,
        Tally total,
        List<Bar> months,
        List<Bar> laws,
        List<Bar> types,
        List<Bar> parties,
        List<Refusal> refusals,
        List<Answer> answers,
        List<Duty> duties,
        boolean tooMany) {

    /**
     * A row with a bar.
     *
     * @param soon how many of a hundred that were permitted were answered within a day; empty where none was permitted
     * @param permittedLength of its bar
     */
    record Bar(String name, Tally tally, String soon, int permittedLength, int refusedLength) {}

    /** Why something was refused, and what can be done about it. */
    record Refusal(String code, String text, List<String> remedies, long times, int length) {}

    /** How many were answered so soon; the key is one of words. */
    record Answer(String key, long times, int length) {}

    /**
     * What was left to be done.
     *
     * @param done how often it was, with how many of a hundred; empty where nobody writes that down
     */
    record Duty(String name, long times, String done, long late, boolean known) {}
}
