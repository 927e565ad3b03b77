package nl.sluiswachter.console.transfers;

import java.time.Instant;
import java.util.Map;
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
        return of(id, form, reader, new FormErrors());
    }

    /** Of a form whose page says what is wrong with it. */
    static Asking of(String id, SearchForm form, SearchReader reader, FormErrors errors) {
        SearchForm known = reader.withOins(form);
        return new Asking(id, known, reader.read(known, errors), errors);
    }

    /** Address of the first page. */
    String start() {
        return PATH + "?" + query();
    }

    String next(String cursor) {
        return start() + "&cursor=" + cursor;
    }

    /** Address that tells how many came since; {@code looked} is the time of the look-up that it goes with. */
    String newer(String since, Instant looked, int turn) {
        return PATH + "/newer?" + query() + "&since=" + since + "&looked=" + looked.toEpochMilli() + "&turn=" + turn;
    }

    /** Fields of a form that asks for the same. */
    Map<String, String> fields() {
        return id.isEmpty() ? form.texts() : Map.of("list", id);
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
