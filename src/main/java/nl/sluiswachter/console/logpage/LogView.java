package nl.sluiswachter.console.logpage;

import java.util.List;
import nl.sluiswachter.console.form.FormErrors;

/**
 * How the log stands, in words and numbers.
 *
 * @param head null before the first checkpoint
 * @param checked the last verification; null for none
 * @param late whether something waits for its leaf much too long
 * @param unpublished what keeps its state from being published; empty for nothing
 * @param witnessed whether enough witnesses cosigned lately
 * @param holds null for who is not to know of them
 */
record LogView(
        Head head,
        Checked checked,
        boolean late,
        String unpublished,
        boolean witnessed,
        List<WitnessLine> witnesses,
        List<AlarmLine> alarms,
        List<ExportLine> exports,
        List<ErasureLine> erasures,
        List<DueLine> calendar,
        List<HoldLine> holds,
        Form form) {

    /**
     * The newest checkpoint.
     *
     * @param published empty when not known
     * @param paper the line to print
     */
    record Head(
            long size, String root, String origin, String published, List<SignatureLine> signatures, String paper) {}

    /**
     * Who signed it.
     *
     * @param own whether it is the log itself
     * @param at empty where the signature has no time
     */
    record SignatureLine(String name, boolean own, String at) {}

    /**
     * @param outcome key of words
     * @param damaged whether nothing but the moment can be read
     */
    record Checked(
            String at,
            String outcome,
            String officer,
            long leaves,
            boolean withPaper,
            String finding,
            boolean damaged) {}

    /**
     * A witness.
     *
     * @param seconds since it cosigned last; -1 for never
     * @param failure in words; empty for none
     */
    record WitnessLine(String name, long seconds, String failure) {}

    /** An open alarm, in words and as the command tells it. */
    record AlarmLine(String id, String at, String words, String what) {}

    /**
     * What was taken outside.
     *
     * @param who what the officer is called, or number of the party; empty for who works on the server
     * @param entries in words; empty where nobody knows
     * @param damaged whether nothing but the moment can be read
     */
    record ExportLine(String at, String who, String what, String entries, boolean withSubjects, boolean damaged) {}

    record ErasureLine(String at, String rule, String entries, String term, String before) {}

    record DueLine(String month, String rule, String term, long entries) {}

    record HoldLine(String at, String ground, String reference, String scope, String lifted) {}

    /** @param paper what was typed */
    record Form(String paper, FormErrors errors) {}
}
