package nl.sluiswachter.catalogue;

/**
 * A plain text that can differ per reader.
 *
 * @param both for every reader without a text of its own; null when each has one
 */
public record VoicedText(Text both, Text professional, Text resident) {

    /** The text for this reader; null when there is none, which the loader refuses. */
    public Text of(Voice voice) {
        Text own = voice == Voice.RESIDENT ? resident : professional;
        return own == null ? both : own;
    }
}
