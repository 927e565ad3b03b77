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

    /** The entry, and nothing behind it. What is read of it is there once: another reader might take the other. */
    Entry read() throws IOException {
        in.nextToken();
        members(this::member);
        if (in.nextToken() != null) {
            throw malformed();
        }
        return new Entry(
                id("entryId"),
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
            case "entryId",
                    "kind",
                    "transferId",
                    "recordedAt",
                    "sender",
                    "party",
                    "receiver",
                    "exchangeType",
                    "outcome",
                    "transactionId",
                    "traceId" -> once(texts, name, text());
            case "commitments", "detail", "findings", "objections" -> {
                once(texts, name, name);
                structure(name);
            }
            default -> in.skipChildren();
        }
    }

    private void structure(String name) throws IOException {
        switch (name) {
            case "commitments" -> members(label -> once(commitments, label, in.getBinaryValue()));
            case "detail" -> members(told -> once(detail, told, something()));
            case "findings" -> elements(this::finding);
            default -> elements(() -> objections.add(something()));
        }
    }

    private static <T> void once(Map<String, T> members, String name, T value) throws Unreadable {
        if (members.containsKey(name)) {
            throw malformed();
        }
        members.put(name, value);
    }

    private void finding() throws IOException {
        code = null;
        outcome = null;
        members(name -> {
            switch (name) {
                case "code" -> code = once(code);
                case "outcome" -> outcome = once(outcome);
                default -> in.skipChildren();
            }
        });
        if ("FAIL".equals(outcome)) {
            failures.add(code == null ? "" : code);
        }
    }

    private String once(String before) throws IOException {
        if (before != null) {
            throw malformed();
        }
        return something();
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
