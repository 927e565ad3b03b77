package nl.sluiswachter.command;

import java.io.PrintStream;
import java.util.Locale;

/** Where a command speaks: results to the one stream, progress and faults to the other. */
record Terminal(PrintStream out, PrintStream err) {

    void say(String text, Object... values) {
        out.println(values.length == 0 ? text : text.formatted(values));
    }

    void complain(String sentence) {
        err.println(sentence);
    }

    /** Numbers with a separator, so that a hundred thousand can be read. */
    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
