package nl.sluiswachter.transferlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transfer.Decided;
import nl.sluiswachter.transfer.SomeDecision;
import nl.sluiswachter.transferlog.projection.AccessDecision;
import nl.sluiswachter.transferlog.projection.FscRecord;
import nl.sluiswachter.transferlog.projection.LdvLines;
import nl.sluiswachter.transferlog.projection.Logged;
import nl.sluiswachter.transferlog.projection.Verwerkingsactie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Oin GATEWAY = new Oin("00000099000000001000");

    /** What may stand in place of anything; the first is nothing at all. */
    private static final List<Optional<String>> NONSENSE = List.of(
            Optional.empty(),
            Optional.of("null"),
            Optional.of("true"),
            Optional.of("7"),
            Optional.of("1e400"),
            Optional.of("9".repeat(900)),
            Optional.of("\"\""),
            Optional.of("\"x\""),
            Optional.of("\"0-0-0-0-0\""),
            Optional.of("\"+999999999-12-31\""),
            Optional.of("\"+999999999-12-31T23:59:59Z\""),
            Optional.of("\"\\u0000\""),
            Optional.of("\"\\ud800\""),
            Optional.of("[]"),
            Optional.of("[null]"),
            Optional.of("{}"),
            Optional.of("{\"x\":7}"),
            Optional.of("{\"\\ud800\":[\"x\"]}"));

    @Test
    void everyDecisionOfTheGatewayHasIt() {
        SomeDecision.inEveryCase().forEach(decided -> assertThat(DecisionShape.DECISION.fits(entry(decided)))
                .isTrue());
        for (long seed = 0; seed < 500; seed++) {
            assertThat(DecisionShape.DECISION.fits(entry(SomeDecision.of(seed))))
                    .isTrue();
            assertThat(DecisionShape.DECISION.fits(entry(SomeDecision.dryRunOf(seed))))
                    .isTrue();
        }
    }

    /** Whatever somebody writes into an entry: it has not the shape of one, or everybody who reads it can. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nobodyFailsOnADecisionThatHasIt(boolean permits) throws Exception {
        Decided decided = SomeDecision.that(permits);
        ObjectNode whole = entry(decided);
        int refused = 0;
        for (JsonPointer place : places(JsonPointer.empty(), whole)) {
            for (Optional<String> other : NONSENSE) {
                JsonNode said = with(whole, place, other);
                if (DecisionShape.DECISION.fits(said)) {
                    assertThatCode(() -> read(said, decided.submitted().catalogue()))
                            .as("%s: %s", place, other)
                            .doesNotThrowAnyException();
                } else {
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(500);
    }

    @Test
    void whatIsNoObjectHasNone() throws Exception {
        for (String nonsense : List.of("[]", "7", "\"x\"", "null", "true")) {
            assertThat(DecisionShape.DECISION.fits(JSON.readTree(nonsense))).isFalse();
        }
    }

    private static void read(JsonNode entry, Catalogue law) throws Exception {
        Logged logged = Logged.of(entry, Map.of());
        JSON.writeValueAsBytes(new FscRecord(GATEWAY).of(logged, true));
        JSON.writeValueAsBytes(new AccessDecision(GATEWAY).of(logged));
        JSON.writeValueAsBytes(new Verwerkingsactie(GATEWAY).of(logged, law));
        for (var line : new LdvLines(GATEWAY).of(logged, keys -> true)) {
            JSON.writeValueAsBytes(line.core());
            JSON.writeValueAsBytes(line.read());
        }
    }

    private static List<JsonPointer> places(JsonPointer place, JsonNode node) {
        List<JsonPointer> places = new ArrayList<>();
        node.properties().forEach(member -> {
            JsonPointer at = place.appendProperty(member.getKey());
            places.add(at);
            places.addAll(places(at, member.getValue()));
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            JsonPointer at = place.appendIndex(i);
            places.add(at);
            places.addAll(places(at, node.get(i)));
        }
        return places;
    }

    private static JsonNode with(ObjectNode whole, JsonPointer place, Optional<String> other) throws Exception {
        ObjectNode said = whole.deepCopy();
        JsonNode parent = said.at(place.head());
        if (parent instanceof ArrayNode list) {
            int index = place.last().getMatchingIndex();
            list.remove(index);
            if (other.isPresent()) {
                list.insert(index, JSON.readTree(other.get()));
            }
        } else {
            ObjectNode object = (ObjectNode) parent;
            object.remove(place.last().getMatchingProperty());
            if (other.isPresent()) {
                object.set(place.last().getMatchingProperty(), JSON.readTree(other.get()));
            }
        }
        return said;
    }

    private static ObjectNode entry(Decided decided) {
        return new DecisionEntry(decided, Optional.of(new Commitments(new byte[32])))
                .toJson(new UUID(3, 3), Instant.parse("2026-11-21T09:00:00Z"));
    }
}
