package nl.sluiswachter.transferlog.entry;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name under which a tree of the log is signed: the log, a slash, and the epoch.
 *
 * @param log {@code sluiswachter/<oin>}
 * @param epoch from 1; another one begins when a tree cannot go on, as after a backup was put back
 */
public record Origin(String log, int epoch) {

    private static final Pattern FORM = Pattern.compile("(sluiswachter/[0-9A-Z]{20})/([1-9][0-9]{0,8})");

    /** Reads an origin line; empty for that of any other log. */
    public static Optional<Origin> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new Origin(form.group(1), Integer.parseInt(form.group(2))))
                : Optional.empty();
    }

    /** Whether it is the same log in an earlier epoch. */
    public boolean isBefore(Origin later) {
        return log.equals(later.log) && epoch < later.epoch;
    }

    /** The origin line, without its end. */
    public String text() {
        return log + "/" + epoch;
    }
}
