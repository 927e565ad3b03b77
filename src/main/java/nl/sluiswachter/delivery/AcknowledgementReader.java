package nl.sluiswachter.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;

/** Reads what a receiver says at once, in its answer to a push. What is not an acknowledgement says nothing. */
final class AcknowledgementReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AcknowledgementReader() {}

    /** The acknowledgement in the JSON, if there is one. */
    static Optional<Acknowledgement> read(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            Acknowledgement.Status status =
                    Acknowledgement.Status.valueOf(json.path("status").asText());
            return Optional.of(status == Acknowledgement.Status.ACCEPTED ? Acknowledgement.ACCEPTED : rejection(json));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Acknowledgement rejection(JsonNode json) {
        return Acknowledgement.rejected(
                Acknowledgement.Reason.valueOf(json.path("reason").asText()));
    }
}
