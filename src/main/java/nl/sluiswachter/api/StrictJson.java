package nl.sluiswachter.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import nl.sluiswachter.settings.GatewaySettings;

/**
 * Reads a request body as I-JSON (RFC 7493), so that every later step, the log and the receiver see the same message.
 * Two programs that read duplicate members or broken text differently are how a filter is passed.
 *
 * <p>Every refusal is a 400 problem with a stable code; nothing of the input is repeated.
 */
public final class StrictJson {

    private final GatewaySettings.Limits limits;
    private final JsonMapper mapper;

    public StrictJson(GatewaySettings.Limits limits) {
        this.limits = limits;
        this.mapper = mapper(limits.text());
    }

    /** The one JSON value in the bytes; numbers as they were written. Never throws anything but a problem. */
    public JsonNode read(byte[] body) {
        String text = decode(body);
        try (JsonParser parser = mapper.createParser(text)) {
            new JsonScan(parser, limits).run();
        } catch (StreamConstraintsException e) {
            throw JsonRefusal.TEXT_TOO_LONG.asException();
        } catch (IOException e) {
            throw JsonRefusal.MALFORMED_JSON.asException();
        }
        return tree(text);
    }

    /** For calls without input: no body, or an empty object from clients that cannot leave it out. */
    public void readNothing(byte[] body) {
        if (body.length > 0) {
            Body.of(read(body)).check();
        }
    }

    /** The JSON text of a value, UTF-8, for answers. */
    public byte[] write(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException("An answer could not be written as JSON", e);
        }
    }

    private JsonNode tree(String text) {
        try {
            return mapper.readTree(text);
        } catch (IOException e) {
            throw JsonRefusal.MALFORMED_JSON.asException();
        }
    }

    /** Decoding here, not in the parser: that one would guess UTF-16 and UTF-32 and let a byte order mark pass. */
    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw JsonRefusal.NOT_UTF8.asException();
        }
    }

    /** Names from outside must not live on in a symbol table; our own scan sets the bounds, Jackson's stand behind. */
    private static JsonMapper mapper(int longestName) {
        JsonFactory factory = JsonFactory.builder()
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .disable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNumberLength(Integer.MAX_VALUE)
                        .maxNameLength(longestName)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }
}
