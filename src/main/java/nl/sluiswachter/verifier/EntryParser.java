package nl.sluiswachter.verifier;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what is looked at inside an entry, member by member, and skips the rest: most of the time of a verification is here. */
final class EntryParser implements Closeable {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser in;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, byte[]> commitments = new HashMap<>();
    private final Map<String, String> detail = new HashMap<>();
    private final List<String> failures = new ArrayList<>();
    private final List<String> objections = new ArrayList<>();
    private String code;
    private String outcome;

    EntryParser(byte[] json) throws IOException {
        this.in = JSON.createParser(json);
    }

    /** The entry; what follows on it is not looked at. */
    Entry read() throws IOException {
        in.nextToken();
        members(this::member);
        return new Entry(
                texts.get("kind"),
                id("transferId"),
                commitments,
                Entry.time(texts.get("recordedAt")).orElse(null),
                detail,
                texts.get("sender"),
                texts.get("party"),
                texts.get("receiver"),
                texts.get("exchangeType"),
                texts.get("outcome"),
                id("transactionId"),
                texts.get("traceId"),
                failures,
                objections);
    }

    private UUID id(String name) {
        String text = texts.get(name);
        return text == null ? null : UUID.fromString(text);
    }

    private void member(String name) throws IOException {
        switch (name) {
            case "kind",
                    "transferId",
                    "recordedAt",
                    "sender",
                    "party",
                    "receiver",
                    "exchangeType",
                    "outcome",
                    "transactionId",
                    "traceId" -> texts.put(name, text());
            case "commitments" -> members(label -> commitments.put(label, in.getBinaryValue()));
            case "detail" -> members(told -> detail.put(told, something()));
            case "findings" -> elements(this::finding);
            case "objections" -> elements(() -> objections.add(something()));
            default -> in.skipChildren();
        }
    }

    private void finding() throws IOException {
        code = "";
        outcome = "";
        members(name -> {
            switch (name) {
                case "code" -> code = something();
                case "outcome" -> outcome = something();
                default -> in.skipChildren();
            }
        });
        if (outcome.equals("FAIL")) {
            failures.add(code);
        }
    }

    /** The value at hand as text; null for null. */
    private String text() throws IOException {
        if (in.currentToken().isStructStart()) {
            throw malformed();
        }
        return in.getValueAsString();
    }

    private String something() throws IOException {
        String text = text();
        if (text == null) {
            throw malformed();
        }
        return text;
    }

    static Unreadable malformed() {
        return new Unreadable("An entry is not the JSON of an entry.");
    }

    private interface Member {
        void take(String name) throws IOException;
    }

    private interface Element {
        void take() throws IOException;
    }

    private void members(Member member) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw malformed();
        }
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            member.take(name);
        }
    }

    private void elements(Element element) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw malformed();
        }
        while (in.nextToken() != JsonToken.END_ARRAY) {
            element.take();
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
