package nl.sluiswachter.console.rules;

import java.util.List;
import nl.sluiswachter.console.form.FormErrors;

/**
 * The exchange types that fit what was looked for.
 *
 * @param asked what was looked for; empty for all
 * @param version of the catalogue, shortened for people
 */
record RulesView(String asked, String version, List<Line> lines, FormErrors errors) {

    RulesView {
        lines = List.copyOf(lines);
    }

    /** One exchange type. */
    record Line(String id, String title, String explanation, boolean inForce) {}
}
