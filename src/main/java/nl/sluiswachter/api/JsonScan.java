package nl.sluiswachter.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import nl.sluiswachter.settings.GatewaySettings;

/** Walks once over the tokens of a body before anything is built from them, and refuses what exceeds a bound. */
final class JsonScan {

    private static final int LONGEST_NUMBER = 64;
    private static final int LARGEST_SCALE = 400;

    private final JsonParser parser;
    private final GatewaySettings.Limits limits;
    private final Deque<Set<String>> open = new ArrayDeque<>();
    private int values;

    JsonScan(JsonParser parser, GatewaySettings.Limits limits) {
        this.parser = parser;
        this.limits = limits;
    }

    /** Reads exactly one value and then the end of the body. */
    void run() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw JsonRefusal.MALFORMED_JSON.asException();
        }
        accept(token);
        while (!open.isEmpty()) {
            accept(parser.nextToken());
        }
        if (parser.nextToken() != null) {
            throw JsonRefusal.MALFORMED_JSON.asException();
        }
    }

    private void accept(JsonToken token) throws IOException {
        switch (token) {
            case START_OBJECT, START_ARRAY -> enter();
            case END_OBJECT, END_ARRAY -> open.pop();
            case FIELD_NAME -> name(parser.currentName());
            case VALUE_STRING -> text();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            default -> count();
        }
    }

    private void enter() {
        count();
        if (open.size() == limits.jsonDepth()) {
            throw JsonRefusal.JSON_TOO_DEEP.asException();
        }
        open.push(new HashSet<>());
    }

    private void name(String name) {
        checkText(name);
        if (!open.element().add(name)) {
            throw JsonRefusal.DUPLICATE_MEMBER.asException();
        }
    }

    private void text() throws IOException {
        count();
        if (parser.getTextLength() > limits.text()) {
            throw JsonRefusal.TEXT_TOO_LONG.asException();
        }
        checkText(parser.getText());
    }

    /** A short number can still be enormous: 1e999999999 has a billion digits once somebody writes it out. */
    private void number() throws IOException {
        count();
        if (parser.getTextLength() > LONGEST_NUMBER) {
            throw JsonRefusal.NUMBER_TOO_LONG.asException();
        }
        try {
            if (Math.abs((long) new BigDecimal(parser.getText()).scale()) > LARGEST_SCALE) {
                throw JsonRefusal.NUMBER_TOO_LONG.asException();
            }
        } catch (NumberFormatException e) {
            throw JsonRefusal.NUMBER_TOO_LONG.asException();
        }
    }

    /** Members and array elements are counted alike: both cost memory. The value at the top is free. */
    private void count() {
        if (!open.isEmpty() && ++values > limits.fields()) {
            throw JsonRefusal.TOO_MANY_FIELDS.asException();
        }
    }

    private void checkText(String text) {
        if (text.length() > limits.text()) {
            throw JsonRefusal.TEXT_TOO_LONG.asException();
        }
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw JsonRefusal.UNUSABLE_TEXT.asException();
        }
    }
}
