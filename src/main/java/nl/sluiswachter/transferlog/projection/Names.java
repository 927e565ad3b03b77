package nl.sluiswachter.transferlog.projection;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The URNs by which the standards refer to what the gateway keeps. */
public final class Names {

    /** How a person is identified: by the keyed hash that the log has. */
    public static final String SUBJECT_TYPE = "urn:sluiswachter:subject-key";

    private static final String ACTIVITY = "urn:sluiswachter:processing-activity:";
    private static final Pattern ACTIVITY_TEXT =
            Pattern.compile(ACTIVITY + "([A-Z][A-Z0-9_]{0,63})(?::(sha256:[0-9a-f]{64}))?");

    private Names() {}

    /** A processing activity in the register: an exchange type, in the version of the catalogue by which it was decided. */
    public static String activity(String exchangeType, String policyVersion) {
        return ACTIVITY + exchangeType + ":" + policyVersion;
    }

    /**
     * A reference to an activity, taken apart.
     *
     * @param policyVersion any, when empty
     */
    public record Activity(String exchangeType, Optional<String> policyVersion) {}

    /** Reads {@link #activity}, with or without its version; empty for any other text. */
    public static Optional<Activity> parseActivity(String text) {
        Matcher parts = ACTIVITY_TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new Activity(parts.group(1), Optional.ofNullable(parts.group(2))))
                : Optional.empty();
    }

    /** The version of the rules. */
    public static String policy(String policyVersion) {
        return "urn:sluiswachter:catalogue:" + policyVersion;
    }

    /** A consent in the register, by its id. */
    public static String consent(String id) {
        return "urn:sluiswachter:consent:" + id;
    }

    /** The UUID that stands for a name, where a standard wants one; the same name gives the same UUID. */
    public static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
