package nl.sluiswachter.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Says on which line of a YAML text a member stands, so that a fault can be pointed at. */
final class Lines {

    private static final YAMLFactory YAML = new YAMLFactory();

    /** Of all pointers together: a deep text has pointers as long as itself. What stands beyond is pointed at from above. */
    private static final int MOST_LETTERS = 4_000_000;

    private final Map<String, Integer> lines = new HashMap<>();

    Lines(String text) {
        try (YAMLParser parser = YAML.createParser(text == null ? "" : text)) {
            int letters = 0;
            while (letters < MOST_LETTERS && parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME
                        || parser.currentToken().isScalarValue()) {
                    String pointer = parser.getParsingContext().pathAsPointer().toString();
                    letters += pointer.length();
                    lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
                }
            }
        } catch (IOException e) {
            // a text that cannot be read is refused elsewhere, with the parser's own line
            lines.clear();
        }
    }

    /** Whether the text has the member, or one as high as its first step. */
    boolean has(String pointer) {
        return lines.containsKey(pointer);
    }

    /** {@code ", line 12"} for the pointer or the nearest member above it. */
    String at(String pointer) {
        String known = pointer;
        while (!lines.containsKey(known) && known.contains("/")) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        return ", line " + lines.getOrDefault(known, 1);
    }

    /** The line of the member that could not be bound; members of a shared rule stand at the top of the file. */
    String near(JsonProcessingException fault) {
        if (!(fault instanceof JsonMappingException mapping)) {
            return "";
        }
        StringBuilder pointer = new StringBuilder();
        mapping.getPath().forEach(step -> pointer.append('/')
                .append(step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()));
        String full = pointer.toString();
        String inRule = at(full);
        return full.matches("/rules/[0-9]+/.*") && !lines.containsKey(full)
                ? at(full.replaceFirst("/rules/[0-9]+", ""))
                : inRule;
    }
}
