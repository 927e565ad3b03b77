package nl.sluiswachter.security;

import java.util.regex.Pattern;

/**
 * Whether a path means the same to everybody who reads it. What a container, a filter and a servlet may each take for
 * another address is refused as it was sent, before anybody decodes it (RFC 3986, 6.2.2 and 7.3).
 */
final class PlainPath {

    /** Empty segments, parameters, backslashes, an encoded dot, slash, backslash, semicolon or percent, dot segments. */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("//|[;\\\\]|%(2[ef5]|5c|3b)|/\\.{1,2}(/|$)", Pattern.CASE_INSENSITIVE);

    private PlainPath() {}

    /** @param path as sent, without query; null when the container could not read one */
    static boolean is(String path) {
        return path == null || !AMBIGUOUS.matcher(path).find();
    }
}
