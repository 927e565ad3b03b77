package nl.sluiswachter.api;

/** Why a body is not read at all. The names are the codes of the contract. */
enum JsonRefusal {
    MALFORMED_JSON("The body is not JSON", "Send one JSON value as RFC 8259 defines it."),
    NOT_UTF8("The body is not UTF-8", "Encode the body as UTF-8, without byte order mark."),
    UNUSABLE_TEXT(
            "The body holds text that cannot be kept",
            "Leave out the character U+0000 and surrogates without their other half."),
    DUPLICATE_MEMBER("A member occurs twice", "Give each member of an object a name of its own."),
    JSON_TOO_DEEP("The body is nested too deep", "Nest objects and arrays less deep."),
    TOO_MANY_FIELDS("The body has too many fields", "Send fewer members and array elements, or several messages."),
    TEXT_TOO_LONG("A text is too long", "Shorten the text."),
    NUMBER_TOO_LONG("A number is too long", "Write the number with fewer digits.");

    private static final int BAD_REQUEST = 400;

    private final String title;
    private final String detail;

    JsonRefusal(String title, String detail) {
        this.title = title;
        this.detail = detail;
    }

    ProblemException asException() {
        return new ProblemException(Problem.of(BAD_REQUEST, name(), title, detail));
    }
}
