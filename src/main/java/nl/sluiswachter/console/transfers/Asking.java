package nl.sluiswachter.console.transfers;

import nl.sluiswachter.console.form.FormErrors;

/**
 * A search as an address tells it.
 *
 * @param id under which the session keeps it; empty for one that the address tells whole
 * @param sought of use only when there are no errors
 */
record Asking(String id, SearchForm form, SearchReader.Sought sought, FormErrors errors) {

    static final String PATH = "/console/transfers";

    private static final String ALL = "DECISION";

    static Asking of(String id, SearchForm form, SearchReader reader) {
        FormErrors errors = new FormErrors();
        return new Asking(id, form, reader.read(form, errors), errors);
    }

    /** Address of the first page. */
    String start() {
        return PATH + "?" + query();
    }

    String next(String cursor) {
        return start() + "&cursor=" + cursor;
    }

    /** Address that tells how many came since. */
    String newer(String since, int turn) {
        return PATH + "/newer?" + query() + "&since=" + since + "&turn=" + turn;
    }

    /** Address of the same as a file, without its form. */
    String export() {
        return PATH + "/export?" + query();
    }

    /** Whether the address tells how many came since: not about a person or a case, of whom each question is written down. */
    boolean isWatched() {
        return form.isOpen();
    }

    /** Never empty: the address without a query looks nothing up. */
    String query() {
        if (!id.isEmpty()) {
            return "list=" + id;
        }
        return form.text("kind").isEmpty() ? form.with("kind", ALL).query() : form.query();
    }
}
