package nl.sluiswachter.consent;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How the question was put to the person: references, no personal data.
 *
 * @param form reference to the text that was shown
 * @param version of that text; null where it has none
 * @param language of that text: ISO 639, {@code nl}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Shown(String form, String version, String language, Channel channel) {

    /** By what means. */
    public enum Channel {
        PAPER,
        SCREEN,
        CONVERSATION,
        PHONE
    }
}
