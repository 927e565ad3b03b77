package nl.sluiswachter.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What one call sends to one receiver. A call to several receivers has a part for each; every part is decided, logged,
 * delivered and answered on its own.
 */
public final class Part {

    private final Request request;
    private final JsonNode message;
    private final int position;
    private final boolean several;
    private final AtomicReference<Answer> answer = new AtomicReference<>();

    /**
     * @param message the body as if this were the only receiver
     * @param position among the receivers of the call, from 0
     * @param several whether the call lists its receivers
     */
    Part(Request request, JsonNode message, int position, boolean several) {
        this.request = request;
        this.message = message;
        this.position = position;
        this.several = several;
    }

    Request request() {
        return request;
    }

    JsonNode message() {
        return message;
    }

    int position() {
        return position;
    }

    /** Whether the answer stands in a list with those of other receivers. */
    boolean isListed() {
        return several;
    }

    JsonNode receiver() {
        return message.path("receiver");
    }

    void answered(Answer given) {
        answer.set(given);
    }

    Optional<Answer> answer() {
        return Optional.ofNullable(answer.get());
    }
}
