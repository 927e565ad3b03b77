package nl.sluiswachter.delivery;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON form of envelopes and messages; inbox and push give exactly the same. */
public final class MessageJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private MessageJson() {}

    /** The envelope's members in the order of the contract; instants in UTC (RFC 3339). */
    public static Map<String, Object> of(Envelope envelope) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("transferId", envelope.transferId().toString());
        json.put("exchangeType", envelope.exchangeType());
        json.put("purpose", envelope.purpose());
        json.put("sender", sender(envelope));
        json.put("receiverCapacity", envelope.receiverCapacity().code());
        json.put("createdAt", envelope.createdAt().toString());
        json.put("expiresAt", envelope.expiresAt().toString());
        json.put("state", envelope.state().name());
        return json;
    }

    /** The envelope with the message in it, as UTF-8 bytes. */
    public static byte[] of(Message message) {
        Map<String, Object> json = of(message.envelope());
        json.put("message", new RawValue(new String(message.content(), StandardCharsets.UTF_8)));
        return bytes(json);
    }

    /** Any members as UTF-8 bytes. */
    public static byte[] bytes(Map<String, Object> members) {
        try {
            return JSON.writeValueAsBytes(members);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> sender(Envelope envelope) {
        Map<String, Object> sender = new LinkedHashMap<>();
        sender.put("oin", envelope.sender().value());
        sender.put("capacity", envelope.senderCapacity().code());
        return sender;
    }
}
