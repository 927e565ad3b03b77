package nl.sluiswachter.console.transfers;

import java.util.List;
import java.util.Map;
import nl.sluiswachter.console.form.FormErrors;

/**
 * The form, and what was found once something was looked for.
 *
 * @param kept id of the search that the form continues, where it is about a person; empty for none
 * @param notice key of what the reader is told above the form; empty for nothing
 * @param told what was looked for, in words
 * @param saved searches that this officer keeps
 * @param keep fields of this search, to be kept by a name; empty where it cannot be
 * @param result null before anything was looked for
 */
record TransfersView(
        SearchForm form,
        Choices choices,
        FormErrors errors,
        String kept,
        String notice,
        List<Told> told,
        List<Saved> saved,
        Map<String, String> keep,
        Result result) {

    /** The organisation of this field, with its name where it is known. */
    public String party(String field) {
        String text = form.text(field);
        return choices.parties().stream()
                .filter(choice -> choice.code().equals(text))
                .map(Choice::whole)
                .findFirst()
                .orElse(text);
    }

    /** A search that was kept. */
    record Saved(String name, String address) {}

    /**
     * One thing that was looked for.
     *
     * @param field key of its name
     */
    record Told(String field, String text) {}

    /** What can be chosen. */
    record Choices(List<Choice> parties, List<Choice> types, List<Choice> reasons, List<Choice> articles) {}

    /** One thing that can be chosen. */
    record Choice(String code, String text) {

        /** Both, as an organisation is written in the form. */
        public String whole() {
            return CalledParties.written(code, text);
        }
    }

    /**
     * One page of what was found.
     *
     * @param backTo up to when was looked, where that is not as far as the log goes; empty otherwise
     * @param start address of the first page
     * @param next address of the next page; empty at the end
     * @param first whether this is the first page
     * @param newer address that tells how many came since; empty where that is not told
     * @param export fields by which the same is asked for as a file
     */
    record Result(
            List<Row> rows,
            String backTo,
            String start,
            String next,
            boolean first,
            String newer,
            Map<String, String> export) {}

    /**
     * One transfer.
     *
     * @param id empty of one that was damaged
     * @param state key of its words
     * @param style class of its tag
     * @param reason why it was refused; empty otherwise
     */
    record Row(
            String id, String moment, String from, String to, String title, String state, String style, String reason) {

        /** Where it is read; what was damaged cannot be, and the log tells what to do about it. */
        public String address() {
            return id.isEmpty() ? "/console/log" : Asking.PATH + "/" + id;
        }
    }

    /**
     * What came since.
     *
     * @param count as many as are told at most
     * @param more whether there may be more than that
     * @param start address of the first page
     * @param again address to ask again; empty when the reader has to do that
     */
    record Newer(int count, boolean more, String start, String again) {}
}
