package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds what is about to leave against the delivery schema that its receiver can read in the catalogue. It knows nothing
 * of the checks and of what they left out: a fault there is found here, and refused.
 */
final class OutgoingGuard {

    /** More pairs of sender and receiver than one catalogue has; old versions leave when it is full. */
    private static final int MOST_SCHEMAS = 4096;

    private final Map<Key, CompiledSchema> schemas = new ConcurrentHashMap<>();

    /** What a delivery schema depends on. */
    private record Key(String version, String type, String sender, String receiver, String purpose) {}

    /** Whether the content may leave; what cannot be judged may not. */
    boolean accepts(Submitted submitted, ObjectNode content) {
        try {
            return schema(submitted).accepts(content);
        } catch (RuntimeException e) {
            return false;
        }
    }

    private CompiledSchema schema(Submitted submitted) {
        if (schemas.size() >= MOST_SCHEMAS) {
            schemas.clear();
        }
        Message message = submitted.message();
        Key key = new Key(
                submitted.catalogue().version(),
                submitted.type().id(),
                message.senderCapacity().code(),
                message.receiverCapacity().code(),
                submitted.rule().purpose());
        return schemas.computeIfAbsent(key, any -> new CompiledSchema(DeliverySchema.of(submitted)));
    }
}
