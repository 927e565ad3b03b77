package nl.sluiswachter.transferlog.witness;

import java.nio.charset.StandardCharsets;

/**
 * What a witness answers (C2SP tlog-witness).
 *
 * @param status of HTTP
 * @param type of the body
 */
public record DeskAnswer(int status, String type, byte[] body) {

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final int OK = 200;
    private static final int CONFLICT = 409;

    static DeskAnswer cosigned(byte[] lines) {
        return new DeskAnswer(OK, TEXT, lines);
    }

    static DeskAnswer otherSize(long size) {
        return new DeskAnswer(CONFLICT, "text/x.tlog.size", bytes(Long.toString(size)));
    }

    static DeskAnswer refused(int status, String why) {
        return new DeskAnswer(status, TEXT, bytes(why));
    }

    private static byte[] bytes(String line) {
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
