package nl.sluiswachter.transferlog.merkle;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How tlog-tiles writes the index and width of a tile: three digits at a time, {@code x001/x234/067.p/8}. */
record TilePath(long index, int width) {
    static final int FULL = 256;

    private static final int GROUP = 1000;
    private static final Pattern FORM =
            Pattern.compile("(?<index>(?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/(?<width>[1-9][0-9]{0,2}))?");

    static Optional<TilePath> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        long index = Long.parseLong(form.group("index").replace("x", "").replace("/", ""));
        int width = form.group("width") == null ? FULL : Integer.parseInt(form.group("width"));
        TilePath path = new TilePath(index, width);
        return width <= FULL && path.text().equals(text) ? Optional.of(path) : Optional.empty();
    }

    String text() {
        StringBuilder text = new StringBuilder(digits(index % GROUP));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            text.insert(0, "x" + digits(rest % GROUP) + "/");
        }
        return width == FULL
                ? text.toString()
                : text.append(".p/").append(width).toString();
    }

    private static String digits(long number) {
        return Long.toString(GROUP + number).substring(1);
    }
}
