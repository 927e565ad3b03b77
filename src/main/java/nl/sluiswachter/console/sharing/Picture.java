package nl.sluiswachter.console.sharing;

import java.util.List;

/**
 * The picture, ready to be drawn: senders at the left, types under their law in the middle, receivers at the right. All
 * lengths are in the units of its own width.
 */
record Picture(
        int width,
        int height,
        List<Heading> laws,
        List<Box> from,
        List<Box> types,
        List<Box> to,
        List<Ribbon> ribbons) {

    /** The name of a law, a key of words, above its types. */
    record Heading(int x, int y, String law) {}

    /**
     * A sender, type or receiver.
     *
     * @param css what kind it is
     * @param name shortened to what fits
     * @param others how many it stands for, where it is the rest; else 0
     * @param link empty for none
     */
    record Box(
            int x,
            int y,
            int width,
            int height,
            String css,
            String name,
            String full,
            int others,
            long permitted,
            long refused,
            String link) {}

    /**
     * What went from one to the other.
     *
     * @param kind shared, refused or unused
     * @param path of SVG
     * @param from empty for the rest of its side, as is {@code to}
     * @param fill null where the style says it
     */
    record Ribbon(String kind, String css, String fill, String path, String from, String to, long times, String link) {}
}
