package nl.sluiswachter.report;

/** Text and markup apart: what is not ours goes through {@link #text} only. */
final class Markup {

    private final StringBuilder out = new StringBuilder();

    /** Markup of our own. */
    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Anything else, for content and for an attribute between double quotes; what XML cannot hold is left out. */
    Markup text(String text) {
        text.codePoints().forEach(this::character);
        return this;
    }

    /** An element that holds text, kept apart from the direction of what stands around it. */
    Markup element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name + ">");
    }

    String text() {
        return out.toString();
    }

    private void character(int point) {
        switch (point) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> {
                if (isXml(point)) {
                    out.appendCodePoint(point);
                }
            }
        }
    }

    /** XML 1.0, production 2. */
    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }
}
