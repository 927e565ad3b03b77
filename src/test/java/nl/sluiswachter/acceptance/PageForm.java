package nl.sluiswachter.acceptance;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A form of a page, as its source has it. */
record PageForm(String source) {

    private static final Pattern ASKING = Pattern.compile("(?s)<form[^>]*method=\"get\".*?</form>");
    private static final Pattern SENDING = Pattern.compile("(?s)<form[^>]*method=\"post\".*?</form>");
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern FIELD = Pattern.compile("<(?:input|textarea|select)[^>]*>");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
    private static final Pattern TYPED = Pattern.compile("<textarea|type=\"(text|search|email|tel)\"");

    /** Those that become an address. */
    static Stream<PageForm> asking(String page) {
        return of(ASKING, page);
    }

    /** Those that change or keep something. */
    static Stream<PageForm> sending(String page) {
        return of(SENDING, page);
    }

    private static Stream<PageForm> of(Pattern kind, String page) {
        return kind.matcher(page).results().map(MatchResult::group).map(PageForm::new);
    }

    /** Where it goes from the page at this address. */
    String action(String address) {
        String action = first(ACTION, source);
        return action.isEmpty() ? address.split("\\?")[0] : action;
    }

    /** The tags of its fields that have a name. */
    Stream<String> fields() {
        return FIELD.matcher(source).results().map(MatchResult::group).filter(field -> NAME.matcher(field)
                .find());
    }

    /** Whether somebody has to type something. */
    boolean isTyped() {
        return TYPED.matcher(source).find();
    }

    static boolean isTyped(String field) {
        return TYPED.matcher(field).find();
    }

    static boolean isHidden(String field) {
        return field.contains("type=\"hidden\"");
    }

    static String name(String field) {
        return first(NAME, field);
    }

    static String value(String field) {
        return first(VALUE, field);
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }
}
