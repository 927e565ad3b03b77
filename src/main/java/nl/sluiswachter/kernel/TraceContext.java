package nl.sluiswachter.kernel;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * W3C Trace Context of one call: the trace it belongs to, the caller's span and our own. The sampled flag is
 * passed on and otherwise ignored: a log of personal data is never sampled.
 *
 * @param traceId 32 lowercase hex
 * @param parentSpanId 16 lowercase hex; empty when the trace starts here
 * @param spanId 16 lowercase hex
 * @param flags 2 lowercase hex: those of the caller that have a meaning, none when the trace starts here
 */
public record TraceContext(String traceId, Optional<String> parentSpanId, String spanId, String flags) {

    /** Version 00 ends after the flags; a later version may add to it, and ff is no version. */
    private static final Pattern HEADER = Pattern.compile(
            "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})((?<!^00.{53})-.*)?");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;
    private static final int HEX = 16;

    /** Sampled, and made at random; a sender sets all others to zero. */
    private static final int KNOWN_FLAGS = 0x03;

    private static final String NO_FLAGS = "00";

    /** Continues the trace of a {@code traceparent} header; an absent or malformed one starts a new trace. */
    public static TraceContext continuing(Optional<String> traceparent) {
        Optional<Matcher> header = traceparent.map(HEADER::matcher).filter(Matcher::matches);
        return new TraceContext(
                header.map(m -> m.group(1)).orElseGet(() -> random(TRACE_BYTES)),
                header.map(m -> m.group(2)),
                random(SPAN_BYTES),
                header.map(m -> known(m.group(3))).orElse(NO_FLAGS));
    }

    /** The {@code traceparent} of a call that we make for this one. */
    public String header() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    private static String known(String flags) {
        return "0" + Integer.toHexString(Integer.parseInt(flags, HEX) & KNOWN_FLAGS);
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
