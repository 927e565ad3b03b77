package nl.sluiswachter.transferlog;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Rows of a table in Markdown, and how far the making of it is. */
final class Table {

    private static final long START = System.nanoTime();
    private static long told;

    private Table() {}

    static void row(String what, String measured) {
        row(what, measured, "");
    }

    static void row(String what, String measured, String against) {
        row(what, measured, "", "", against);
    }

    static void row(String what, String measured, String bound, boolean isMet, String against) {
        row(what, measured, bound, isMet ? "yes" : "**no**", against);
    }

    private static void row(String what, String measured, String bound, String met, String against) {
        System.out.printf(Locale.ROOT, "| %s | %s | %s | %s | %s |%n", what, measured, bound, met, against);
    }

    static void progress(String what) {
        System.err.printf(Locale.ROOT, "%5d s  %s%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - START), what);
    }

    /** Every five seconds: how far, how fast, how long still. */
    static synchronized void progress(String what, long done, long all, long began) {
        long now = System.nanoTime();
        if (now - told > TimeUnit.SECONDS.toNanos(5)) {
            told = now;
            double perSecond = Math.max(1, done * 1e9 / Math.max(1, now - began));
            progress("%s: %,d of %,d (%d %%), %,.0f a second, %.0f s left"
                    .formatted(what, done, all, 100 * done / all, perSecond, (all - done) / perSecond));
        }
    }
}
