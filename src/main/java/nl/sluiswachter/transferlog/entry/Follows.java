package nl.sluiswachter.transferlog.entry;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.merkle.Malformed;

/**
 * The line in every checkpoint of a new epoch that says what came before it, so that everybody sees the gap.
 *
 * @param last checkpoint of the epoch before, as the signer remembers it
 * @param kept how many of its leaves the new epoch begins with
 */
public record Follows(Checkpoint last, long kept) {

    private static final Pattern FORM =
            Pattern.compile("follows (\\S{1,255}) (0|[1-9][0-9]{0,17}) (\\S{44}) keeping (0|[1-9][0-9]{0,17})");

    /** What a checkpoint follows; empty in the first epoch. */
    public static Optional<Follows> of(Checkpoint checkpoint) {
        return checkpoint.extensions().stream()
                .flatMap(line -> parse(line).stream())
                .findFirst();
    }

    /** Reads the line; empty when it is another. */
    public static Optional<Follows> parse(String line) {
        Matcher form = FORM.matcher(line);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            Checkpoint last = Checkpoint.of(form.group(1), Long.parseLong(form.group(2)), Hash.parse(form.group(3)));
            return Optional.of(new Follows(last, Long.parseLong(form.group(4))));
        } catch (Malformed | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The line, without its end. */
    public String line() {
        return "follows %s %d %s keeping %d"
                .formatted(last.origin(), last.size(), last.root().base64(), kept);
    }
}
