package nl.sluiswachter.console.transfers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * What somebody filled in, as it was typed.
 *
 * @param texts by the name of the field, without what was left empty
 */
record SearchForm(SortedMap<String, String> texts) {

    static final String CASE = "caseReference";
    static final String BSN = "bsn";

    /** The key of a person who was searched for before; never from a browser, and never a number. */
    static final String PERSON = "person";

    /** What may stand in an address: about no person and no case; in the order of the form. */
    static final List<String> OPEN = List.of(
            "from",
            "until",
            "party",
            "sender",
            "receiver",
            "exchangeType",
            "outcome",
            "kind",
            "delivery",
            "reason",
            "article");

    /** All fields, in the order of the form. */
    static final List<String> ORDER =
            Stream.concat(OPEN.stream(), Stream.of(CASE, BSN, PERSON)).toList();

    private static final int LONGEST = 200;

    /** Nothing filled in. */
    static SearchForm empty() {
        return new SearchForm(new TreeMap<>());
    }

    /** Of a form that was sent. */
    static SearchForm sent(MultiValueMap<String, String> form) {
        return read(form, Stream.concat(OPEN.stream(), Stream.of(CASE, BSN)));
    }

    /** Of an address. A person or a case in it is as if it were not there. */
    static SearchForm ofAddress(MultiValueMap<String, String> query) {
        return read(query, OPEN.stream());
    }

    private static SearchForm read(MultiValueMap<String, String> form, Stream<String> fields) {
        SortedMap<String, String> texts = new TreeMap<>();
        fields.forEach(field -> {
            String text = form.getFirst(field);
            if (text != null && !text.isBlank()) {
                texts.put(
                        field,
                        text.strip().substring(0, Math.min(LONGEST, text.strip().length())));
            }
        });
        return new SearchForm(texts);
    }

    /** What was filled in; empty for nothing. */
    public String text(String field) {
        return texts.getOrDefault(field, "");
    }

    /** The day to show in the form: of a moment, as pages of figures ask for, the day of UTC that it begins or ends. */
    public String day(String field) {
        return SearchReader.moment(text(field))
                .map(moment -> field.equals("until") ? moment.minusMillis(1) : moment)
                .map(moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC).toString())
                .orElse(text(field));
    }

    /** The same with this field, or without it when the text is empty. */
    SearchForm with(String field, String text) {
        SortedMap<String, String> changed = new TreeMap<>(texts);
        if (text.isEmpty()) {
            changed.remove(field);
        } else {
            changed.put(field, text);
        }
        return new SearchForm(changed);
    }

    /** Whether it can be told in an address. */
    boolean isOpen() {
        return OPEN.containsAll(texts.keySet());
    }

    /** As the query of an address, when it {@link #isOpen()}. */
    String query() {
        return texts.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
