package nl.sluiswachter.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What came back from a call. */
record Reply(int status, Map<String, String> headers, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The value at a JSON Pointer as text; empty when there is none. */
    String at(String pointer) {
        return json().at(pointer).asText();
    }

    /** The code of a problem. */
    String code() {
        return at("/code");
    }

    String transferId() {
        return at("/transferId");
    }

    /** The codes in a list of the answer, such as {@code reasons}. */
    List<String> codes(String list) {
        List<String> codes = new ArrayList<>();
        json().path(list).forEach(item -> codes.add(item.path("code").asText()));
        return codes;
    }

    /** What was removed, each {@code person field code}. */
    List<String> removed() {
        List<String> removed = new ArrayList<>();
        json().path("removed")
                .forEach(item -> removed.add(String.join(
                        " ",
                        item.path("person").asText(),
                        item.path("field").asText(),
                        item.path("code").asText())));
        return removed;
    }
}
