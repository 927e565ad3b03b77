package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.sluiswachter.support.Contract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every limit of a body: exactly as much is taken, one more is refused with its place and code, and the published contract
 * draws the line at the same point.
 */
class LimitsTest {

    private static final String DECISIONS = "/v1/decisions";
    private static final String CONSENTS = "/v1/consents";
    private static final Contract CONTRACT = Contract.load();
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    /** @param body a body with so many, or so long */
    record Limit(String call, String party, String place, String code, int most, IntFunction<Message> body) {

        @Override
        public String toString() {
            return place + " " + most;
        }
    }

    @BeforeEach
    void startWithEmptyRegisters() {
        Tables.forgetRegisters();
    }

    static Stream<Limit> ofTransfers() {
        return Stream.of(
                text("/exchangeType", 64, "LENGTH"),
                text("/purpose", 64, "LENGTH"),
                text("/legalBasis", 200, "LENGTH"),
                text("/caseReference", 64, "LENGTH"),
                text("/senderCapacity", 40, "CAPACITY_EXPECTED"),
                text("/receiver/capacity", 40, "CAPACITY_EXPECTED"),
                text("/receiver/oin", 20, "OIN_EXPECTED"),
                text("/persons/0/ref", 8, "FORMAT"),
                transfer(
                        "/circumstances/informed/reason",
                        64,
                        "LENGTH",
                        n -> message(
                                "/circumstances/informed",
                                "{\"status\":\"INFORMED\",\"reason\":%s}".formatted(letters(n)))),
                transfer("/persons", 64, "SIZE", n -> message("/persons", list(n, LimitsTest::person))),
                transfer(
                        "/persons/0/origins",
                        13,
                        "SIZE",
                        n -> message("/persons/0/origins/care.indication", list(n, i -> "\"WMO\""))),
                transfer("/dataItems", 64, "SIZE", n -> message("/dataItems", list(n, LimitsTest::item))),
                item("/purpose", 1000, "LENGTH", LimitsTest::letters),
                item("/necessity", 1000, "LENGTH", LimitsTest::letters),
                item("/reason", 1000, "LENGTH", LimitsTest::letters),
                item("/conditions/0", 1000, "LENGTH", n -> "[" + letters(n) + "]"),
                item("/conditions", 8, "SIZE", n -> list(n, i -> "\"x\"")),
                item("/field", 40, "FORMAT", n -> quoted("a".repeat(n) + ".a")),
                item("/field", 40, "FORMAT", n -> quoted("a." + "a".repeat(n))),
                table("/receivers", 16, n -> list(n, i -> receiver(i, "[]"))),
                table(
                        "/receivers/0/persons",
                        64,
                        n -> "[" + receiver(0, list(n, i -> "{\"ref\":\"p1\",\"data\":{}}")) + "]"));
    }

    static Stream<Limit> ofConsents() {
        return Stream.of(
                consent("/evidence", 80, "FORMAT", n -> quoted("A".repeat(n))),
                consent("/shown/form", 80, "FORMAT", n -> shown("A".repeat(n), "1", "nl")),
                consent("/shown/version", 80, "FORMAT", n -> shown("f", "A".repeat(n), "nl")),
                consent("/shown/language", 3, "FORMAT", n -> shown("f", "1", "n".repeat(n))),
                consent("/purpose", 80, "LENGTH", n -> quoted("A".repeat(n))),
                consent("/exchangeTypes/0", 80, "LENGTH", n -> "[" + quoted("A".repeat(n)) + "]"),
                consent(
                        "/sender",
                        40,
                        "PARTY_EXPECTED",
                        n -> quoted("A_".repeat(n).substring(0, n))),
                consent(
                        "/receivers/0",
                        40,
                        "PARTY_EXPECTED",
                        n -> "[" + quoted("A_".repeat(n).substring(0, n)) + "]"),
                consent("/exchangeTypes", 200, "SIZE", n -> list(n, i -> "\"WMO_ALLOCATION\"")),
                consent("/receivers", 200, "SIZE", n -> list(n, i -> "\"WMO_AANBIEDER\"")),
                consent("/dataCategories", 200, "SIZE", n -> list(n, i -> "\"care\"")),
                subject("/subject/name/given", 200, n -> identity("A".repeat(n), "de Vries", "9")),
                subject("/subject/name/family", 200, n -> identity("Anna", "A".repeat(n), "9")),
                subject("/subject/houseNumber", 20, n -> identity("Anna", "de Vries", "9".repeat(n))));
    }

    @ParameterizedTest
    @MethodSource({"ofTransfers", "ofConsents"})
    void takesExactlyAsMuch(Limit limit) {
        Reply reply = send(limit, limit.most());

        assertThat(complaints(reply)).doesNotContain(limit.place() + " " + limit.code());
        CONTRACT.request(
                "POST", limit.call(), JSON, limit.body().apply(limit.most()).bytes());
    }

    @ParameterizedTest
    @MethodSource({"ofTransfers", "ofConsents"})
    void refusesOneMoreAndSoDoesTheContract(Limit limit) {
        Reply reply = send(limit, limit.most() + 1);

        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(complaints(reply)).contains(limit.place() + " " + limit.code());
        byte[] body = limit.body().apply(limit.most() + 1).bytes();
        assertThatThrownBy(() -> CONTRACT.request("POST", limit.call(), JSON, body))
                .isInstanceOf(AssertionError.class);
    }

    /** What bounds every body, whatever it says; a text that long is refused before anybody asks what it is for. */
    static Stream<Limit> ofEveryBody() {
        String text = "/persons/0/data/care/indication";
        int others = values(message(text, "[]").json());
        return Stream.of(
                transfer(text, 65_536, "TEXT_TOO_LONG", n -> message(text, letters(n))),
                transfer("/necessity", 65_536, "TEXT_TOO_LONG", n -> message("/necessity", letters(n))),
                transfer("a name", 65_536, "TEXT_TOO_LONG", n -> message("/persons/0/data/" + "A".repeat(n), "7")),
                transfer(text, 32, "JSON_TOO_DEEP", n -> message(text, "[".repeat(n - 5) + "]".repeat(n - 5))),
                transfer(text, 10_000, "TOO_MANY_FIELDS", n -> message(text, list(n - others, i -> "0"))),
                transfer(text, 64, "NUMBER_TOO_LONG", n -> message(text, "1".repeat(n))));
    }

    @ParameterizedTest
    @MethodSource("ofEveryBody")
    void boundsEveryBody(Limit limit) {
        assertThat(send(limit, limit.most()).status()).isNotEqualTo(400);

        Reply reply = send(limit, limit.most() + 1);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(limit.code());
    }

    @Test
    void boundsTheIdempotencyKey() {
        assertThat(keyed("k".repeat(255)).status()).isNotEqualTo(400);
        Reply reply = keyed("k".repeat(256));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("IDEMPOTENCY_KEY_INVALID");
    }

    @Test
    void readsTheDatesOfTheYearsThatTheDocumentationNames() {
        for (String last : List.of("1850-01-01T00:00:00Z", "2199-12-31T23:59:59Z")) {
            assertThat(complaints(consentUntil(last))).doesNotContain("/validUntil DATE_OUT_OF_RANGE");
        }
        for (String beyond : List.of("1849-12-31T23:59:59Z", "2200-01-01T00:00:00Z")) {
            assertThat(complaints(consentUntil(beyond))).contains("/validUntil DATE_OUT_OF_RANGE");
        }
    }

    private static Reply keyed(String key) {
        return Client.of("gemeente-wmo")
                .post(DECISIONS, Messages.allocation())
                .key(key)
                .bad()
                .send();
    }

    private static Reply consentUntil(String instant) {
        return Client.of("gemeente-wmo")
                .post(CONSENTS, consent().text("/validUntil", instant))
                .bad()
                .send();
    }

    private static Reply send(Limit limit, int size) {
        return Client.of(limit.party())
                .post(limit.call(), limit.body().apply(size))
                .bad()
                .send();
    }

    private static List<String> complaints(Reply reply) {
        return reply.json()
                .path("invalidParams")
                .valueStream()
                .map(param ->
                        param.path("name").asText() + " " + param.path("code").asText())
                .toList();
    }

    private static Limit transfer(String place, int most, String code, IntFunction<Message> body) {
        return new Limit(DECISIONS, "gemeente-wmo", place, code, most, body);
    }

    private static Limit text(String place, int most, String code) {
        return transfer(place, most, code, n -> message(place, letters(n)));
    }

    private static Limit item(String member, int most, String code, IntFunction<String> value) {
        String item = member.replaceFirst("/0$", "");
        return transfer("/dataItems/0" + member, most, code, n -> Message.of(
                        message("/dataItems", "[" + item(0) + "]").json().toString())
                .with("/dataItems/0" + item, value.apply(n)));
    }

    private static Limit table(String place, int most, IntFunction<String> receivers) {
        return new Limit(DECISIONS, "gemeente-regisseur", place, "SIZE", most, n -> Messages.allocation()
                .without("/receiver")
                .text("/exchangeType", "CASE_CONFERENCE_SHARE")
                .text("/senderCapacity", "GEMEENTE_REGISSEUR")
                .text("/purpose", "COORDINATION")
                .with("/receivers", receivers.apply(n)));
    }

    private static Limit consent(String place, int most, String code, IntFunction<String> value) {
        String member = place.replaceFirst("^(/[a-zA-Z]+).*", "$1");
        return new Limit(
                CONSENTS, "gemeente-wmo", place, code, most, n -> consent().with(member, value.apply(n)));
    }

    private static Limit subject(String place, int most, IntFunction<String> value) {
        return consent(place, most, "LENGTH", value);
    }

    private static Message consent() {
        return Registers.consent(Messages.ANNA, "WMO_ALLOCATION", "WMO_AANBIEDER", "care");
    }

    private static Message message(String pointer, String value) {
        return Messages.allocation().with(pointer, value);
    }

    private static String list(int size, IntFunction<String> element) {
        return IntStream.range(0, size).mapToObj(element).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static String letters(int size) {
        return quoted("A".repeat(size));
    }

    private static String person(int i) {
        return "{\"ref\":\"p%d\",\"relation\":\"%s\",\"origin\":\"WMO\",\"data\":{}}"
                .formatted(i, i == 0 ? "SUBJECT" : "HOUSEHOLD");
    }

    private static String item(int i) {
        return "{\"field\":\"care.field%s\"}".formatted("_".repeat(i / 26) + (char) ('a' + i % 26));
    }

    private static String receiver(int i, String persons) {
        return "{\"oin\":\"000000990000000%05d\",\"capacity\":\"WMO_AANBIEDER\",\"persons\":%s}"
                .formatted(20_000 + i, persons);
    }

    private static String shown(String form, String version, String language) {
        return "{\"form\":\"%s\",\"version\":\"%s\",\"language\":\"%s\",\"channel\":\"PAPER\"}"
                .formatted(form, version, language);
    }

    private static String identity(String given, String family, String houseNumber) {
        return "{\"name\":{\"given\":\"%s\",\"family\":\"%s\"},\"birthdate\":\"1984-03-12\",\"postcode\":\"1234 AB\",\"houseNumber\":\"%s\"}"
                .formatted(given, family, houseNumber);
    }

    /** As the gateway counts: members and elements, not the value at the top. */
    private static int values(JsonNode json) {
        int inside = 0;
        for (JsonNode value : json) {
            inside += 1 + values(value);
        }
        return inside;
    }
}
