package nl.sluiswachter.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What the gateway signed for a sender: a compact JWS (RFC 7515 section 7.1). */
record SignedReceipt(JsonNode header, JsonNode claims, byte[] signed, byte[] signature) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long LATEST = 253_402_300_799L; // the year 9999
    private static final int PARTS = 3;
    private static final int LONGEST = 16 * 1024;

    /** Reads it; nothing in it may be believed before {@link #refuseUnsigned}. */
    static SignedReceipt parse(String text) throws Unreadable {
        String[] parts = text.strip().split("\\.", -1);
        if (text.length() > LONGEST || parts.length != PARTS) {
            throw new Unreadable("A receipt is three parts of base64url with points between them.");
        }
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            return new SignedReceipt(
                    JSON.readTree(decoder.decode(parts[0])),
                    JSON.readTree(decoder.decode(parts[1])),
                    (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
                    decoder.decode(parts[2]));
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable("The parts of a receipt are not JSON, JSON and a signature in base64url.");
        }
    }

    /** Whether one of these keys signed it, with the algorithm that belongs to that key. */
    void refuseUnsigned(List<ReceiptKey> keys) throws Refuted {
        String id = header.path("kid").asText("");
        ReceiptKey key = keys.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refuted("The receipt names a key that is not among those given."));
        if (!key.algorithm().equals(header.path("alg").asText("")) || header.has("crit")) {
            throw new Refuted("The receipt is not signed with the algorithm of its key.");
        }
        if (!key.verifies(signed, signature)) {
            throw new Refuted("The signature of the receipt is not by the key it names.");
        }
    }

    /** A claim as text; empty where there is none. */
    String claim(String name) {
        return claims.path(name).asText("");
    }

    /** When it was issued. */
    Instant issuedAt() throws Unreadable {
        long seconds = claims.path("iat").asLong(-1);
        if (seconds < 0 || seconds > LATEST) {
            throw new Unreadable("A receipt says when it was issued, in seconds.");
        }
        return Instant.ofEpochSecond(seconds);
    }

    /** What a receiver's receipt says the entry commits to. */
    Map<String, byte[]> commitments() throws Unreadable {
        try {
            byte[] payload = claims.path("payload").binaryValue();
            return payload == null ? Map.of() : Map.of("payload", payload);
        } catch (IOException e) {
            throw new Unreadable("The payload of a receipt is not base64.");
        }
    }
}
