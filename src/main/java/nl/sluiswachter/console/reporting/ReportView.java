package nl.sluiswachter.console.reporting;

import java.util.List;
import java.util.UUID;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.report.ReportPage;

/** What the pages of the report show. */
final class ReportView {

    private ReportView() {}

    /**
     * The form.
     *
     * @param stated whether the officer said why
     * @param expired whether an earlier question was forgotten
     */
    record Ask(ReportForm form, boolean stated, boolean expired, FormErrors errors) {}

    /**
     * A part of a report as it would be given.
     *
     * @param ask id of the question
     * @param part number of this part, from 1
     * @param more whether another part follows
     * @param subject by what the person was looked for
     * @param opened whether the officer may know what is held back
     */
    record Preview(
            UUID ask, int part, boolean more, ReportPage page, String subject, boolean opened, List<Held> heldBack) {

        Preview {
            heldBack = List.copyOf(heldBack);
        }
    }

    /** A rule by which something is held back, and how often it was; nothing is said of that to who may not know. */
    record Held(String rule, String times) {}

    /**
     * Reports that were given.
     *
     * @param next where the older ones begin; empty for none
     */
    record History(List<Line> lines, String next) {

        History {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A report that was given.
     *
     * @param damaged whether nothing but the moment can be read
     */
    record Line(
            boolean damaged,
            String at,
            String by,
            String officer,
            String ground,
            String reference,
            String period,
            String language) {

        static Line damaged(String at) {
            return new Line(true, at, "", "", "", "", "", "");
        }
    }
}
