package nl.sluiswachter.freetext;

/**
 * A place in a text. Never the text itself, so that it can be reported.
 *
 * @param start first char of it
 * @param end one past the last char of it
 */
public record Found(Kind kind, int start, int end) {

    boolean overlaps(int from, int to) {
        return start < to && from < end;
    }
}
