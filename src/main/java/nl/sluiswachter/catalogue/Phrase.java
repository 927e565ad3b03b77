package nl.sluiswachter.catalogue;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A heading, sentence or part of one in a plain explanation, with the placeholders that its text may hold. */
public enum Phrase {
    TITLE_PERMIT,
    TITLE_REFUSAL,
    PARTIES_HEADING,
    PERMIT_PARTIES("sender", "receiver"),
    REFUSAL_PARTIES("sender", "receiver"),
    PARTY_NAME("party", "name"),
    EXCHANGE("title"),
    TASK("task"),
    DECIDED_ON("date"),
    BASIS_HEADING,
    RULE("article"),
    CONSENT_HEADING,
    CONSENT_BY_SELF("person"),
    CONSENT_BY_REPRESENTATIVE("person"),
    ASKED_HEADING("sender", "receiver"),
    TO_ASK_HEADING("sender", "receiver"),
    PROVIDED_HEADING,
    PARTLY_HEADING,
    REFUSED_HEADING,
    DELIVERED_HEADING("person"),
    LEFT_OUT_HEADING("person"),
    CHECKED_HEADING,
    OBLIGATION_HEADING,
    REQUESTED_HEADING("person"),
    NEVER_ALONG_HEADING("person"),
    REFUSAL_HEADING,
    NOTHING_SENT,
    CONCERNS_PERSON("person"),
    CONCERNS_FIELD("field"),
    REMEDY_HEADING,
    WITHDRAWAL,
    UNKNOWN_PARTY,
    UNKNOWN_PERSON,
    UNKNOWN_FIELD,
    ARTICLE("number", "law"),
    ARTICLE_PARAGRAPH("number", "paragraph", "law"),
    ARTICLE_PART("number", "part", "law"),
    ARTICLE_PARAGRAPH_PART("number", "paragraph", "part", "law"),
    NO_ARTICLE,
    SUPPOSED_TITLE_PERMIT,
    SUPPOSED_TITLE_REFUSAL,
    SUPPOSED_PERMIT_PARTIES("sender", "receiver"),
    SUPPOSED_REFUSAL_PARTIES("sender", "receiver"),
    SUPPOSED_ASKED_HEADING("sender", "receiver"),
    SUPPOSED_TO_ASK_HEADING("sender", "receiver"),
    SUPPOSED_PROVIDED_HEADING,
    SUPPOSED_PARTLY_HEADING,
    SUPPOSED_REFUSED_HEADING,
    SUPPOSED_DELIVERED_HEADING("person"),
    SUPPOSED_LEFT_OUT_HEADING("person"),
    SUPPOSED_OBLIGATION_HEADING,
    SUPPOSED_REQUESTED_HEADING("person"),
    SUPPOSED_REFUSAL_HEADING,
    SUPPOSED_NOTHING_SENT;

    private static final String SUPPOSED = "SUPPOSED_";

    private final Set<String> placeholders;

    Phrase(String... placeholders) {
        this.placeholders = Set.of(placeholders);
    }

    /** The same of what was only asked, and not done; empty where that is said in the same words. */
    public Optional<Phrase> supposed() {
        return Stream.of(values())
                .filter(one -> one.name().equals(SUPPOSED + name()))
                .findFirst();
    }

    /** The names that may stand between braces in its text. */
    public Set<String> placeholders() {
        return placeholders;
    }
}
