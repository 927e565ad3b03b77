package nl.sluiswachter.api;

import static nl.sluiswachter.api.RegisterCalls.GEMEENTE;
import static nl.sluiswachter.api.RegisterCalls.HUISARTS;
import static nl.sluiswachter.api.RegisterCalls.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluiswachter.transferlog.LogKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactEndpointTest {

    private static final String COMMITMENT =
            """
            {"kind":"COMMITMENT","subject":{"bsn":"999993653"},"party":"00000099000000002000",
             "validFrom":"2026-11-01T00:00:00Z","validUntil":"2027-11-01T00:00:00Z"}""";

    private static final String MEASURE =
            """
            {"kind":"LEGAL_MEASURE","subject":{"bsn":"010464554"},
             "detail":{"measure":"OTS","gi":"00000099000000004000"},"validFrom":"2026-11-01T00:00:00Z"}""";

    private static final String OBJECTION =
            """
            {"kind":"OBJECTION","subject":{"bsn":"111222333"},
             "detail":{"exchangeType":"WMO_HEALTH_INFO_RESPONSE"},"validFrom":"2026-11-01T00:00:00Z"}""";

    private static final String FACTS = "/v1/facts";
    private static final String SEARCH = "/v1/facts/_zoek";

    private final RegisterCalls calls = new RegisterCalls();

    @ParameterizedTest
    @ValueSource(strings = {COMMITMENT, MEASURE, OBJECTION})
    void registersAndShowsAFactWithoutThePerson(String body) {
        JsonNode made = calls.post(GEMEENTE, FACTS, body, 201);

        assertThat(made.toString()).doesNotContain("999993653", "010464554", "111222333");
        assertThat(calls.get(GEMEENTE, FACTS + "/" + id(made))).isEqualTo(made);
        assertThat(calls.log).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(LogKind.FACT);
            assertThat(entry.detail())
                    .isEqualTo(Map.of(
                            "factId", id(made).toString(),
                            "kind", made.path("kind").asText(),
                            "state", "RECORDED"));
            assertThat(entry.subjects()).hasSize(1);
        });
    }

    @Test
    void takesTheSameFactTwiceForOne() {
        JsonNode first = calls.post(GEMEENTE, FACTS, COMMITMENT, 201);

        assertThat(calls.post(GEMEENTE, FACTS, COMMITMENT, 200)).isEqualTo(first);
        calls.post(GEMEENTE, FACTS, with(COMMITMENT, "validFrom", "\"2026-11-02T00:00:00Z\""), 201);
        calls.post(GEMEENTE, FACTS, with(COMMITMENT, "validUntil", null), 201);
        calls.post(GEMEENTE, FACTS, with(COMMITMENT, "party", "\"00000099000000002001\""), 201);
    }

    /** As a caller means it who repeats a call that got no answer. */
    @Test
    void takesTheSameFactTwiceForOneWhenItsStartIsLeftOut() {
        String fact = with(OBJECTION, "validFrom", null);
        JsonNode first = calls.post(GEMEENTE, FACTS, fact, 201);
        calls.proceed(Duration.ofSeconds(5));

        assertThat(calls.post(GEMEENTE, FACTS, fact, 200)).isEqualTo(first);
        assertThat(first.path("validFrom").asText()).isEqualTo(RegisterCalls.NOW.toString());
    }

    @Test
    void takesAnObjectionAfterAnEndedOneForANewOne() {
        String fact = with(OBJECTION, "validFrom", null);
        UUID first = id(calls.post(GEMEENTE, FACTS, fact, 201));
        calls.proceed(Duration.ofSeconds(5));
        calls.post(GEMEENTE, FACTS + "/" + first + "/end", "{}", 200);
        calls.proceed(Duration.ofSeconds(5));

        JsonNode second = calls.post(GEMEENTE, FACTS, fact, 201);

        assertThat(second.path("validUntil").isNull()).isTrue();
        assertThat(calls.post(GEMEENTE, FACTS, fact, 200)).isEqualTo(second);
    }

    @Test
    void endsOnceAndAnswersAlikeTwice() {
        UUID id = id(calls.post(GEMEENTE, FACTS, COMMITMENT, 201));

        JsonNode first = calls.post(GEMEENTE, FACTS + "/" + id + "/end", "{}", 200);
        JsonNode second = calls.post(GEMEENTE, FACTS + "/" + id + "/end", "{}", 200);

        assertThat(first.path("validUntil").asText()).isEqualTo(RegisterCalls.NOW.toString());
        assertThat(second).isEqualTo(first);
        assertThat(calls.log).extracting(entry -> entry.detail().get("state")).containsExactly("RECORDED", "ENDED");
    }

    @Test
    void changesNothingThatCannotBeLogged() {
        UUID id = id(calls.post(GEMEENTE, FACTS, COMMITMENT, 201));
        calls.breakTheLog();

        assertThatThrownBy(() -> calls.post(GEMEENTE, FACTS + "/" + id + "/end", "{}"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> calls.post(GEMEENTE, FACTS, OBJECTION)).isInstanceOf(IllegalStateException.class);

        assertThat(calls.get(GEMEENTE, FACTS + "/" + id).path("validUntil").asText())
                .isEqualTo("2027-11-01T00:00:00Z");
        assertThat(calls.atRest()).doesNotContain("OBJECTION");
    }

    @Test
    void findsFactsByEitherKey() {
        String subject =
                """
                {"bsn":"999993653","name":{"given":"Sanne","family":"de Vries"},"birthdate":"1984-03-12",
                 "postcode":"1234 AB","houseNumber":"12a"}""";
        calls.post(GEMEENTE, FACTS, with(COMMITMENT, "subject", subject), 201);

        for (String search : List.of("{\"bsn\":\"999993653\"}", subject, with(subject, "bsn", null))) {
            assertThat(calls.post(GEMEENTE, SEARCH, "{\"subject\":" + search + "}", 200)
                            .path("facts"))
                    .hasSize(1);
        }
        assertThat(calls.post(GEMEENTE, SEARCH, "{\"subject\":{\"bsn\":\"111222333\"}}", 200)
                        .path("facts"))
                .isEmpty();
    }

    @Test
    void doesNotExistForAPartner() {
        UUID id = id(calls.post(GEMEENTE, FACTS, COMMITMENT, 201));
        Problem unknown = calls.refused(GEMEENTE, "GET", FACTS + "/" + UUID.randomUUID(), "");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(calls.refused(HUISARTS, "GET", FACTS + "/" + id, "")).isEqualTo(unknown);
        assertThat(calls.refused(HUISARTS, "POST", FACTS, COMMITMENT)).isEqualTo(unknown);
        assertThat(calls.refused(HUISARTS, "POST", FACTS, "not JSON")).isEqualTo(unknown);
        assertThat(calls.refused(HUISARTS, "POST", FACTS + "/" + id + "/end", ""))
                .isEqualTo(unknown);
        assertThat(calls.refused(HUISARTS, "POST", SEARCH, "{}")).isEqualTo(unknown);
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("flawed")
    void refusesAFactThatIsNone(String complaint, String body, String member, String json) {
        assertThat(calls.complaints(GEMEENTE, FACTS, with(body, member, json))).containsExactly(complaint);
        assertThat(calls.atRest()).isEmpty();
    }

    static Stream<Arguments> flawed() {
        return Stream.of(
                Arguments.of("/party MISSING", COMMITMENT, "party", null),
                Arguments.of("/party OIN_EXPECTED", COMMITMENT, "party", "\"HUISARTS\""),
                Arguments.of("/party NOT_APPLICABLE", OBJECTION, "party", "\"00000099000000002000\""),
                Arguments.of("/detail UNKNOWN_CODE", COMMITMENT, "detail", "{\"measure\":\"OTS\"}"),
                Arguments.of("/detail MISSING", MEASURE, "detail", null),
                Arguments.of("/detail UNKNOWN_CODE", MEASURE, "detail", "{\"measure\":\"SOMETHING\"}"),
                Arguments.of("/detail UNKNOWN_CODE", MEASURE, "detail", "{\"measure\":\"OTS\",\"gi\":\"999993653\"}"),
                Arguments.of("/detail UNKNOWN_CODE", MEASURE, "detail", "{\"measure\":\"OTS\",\"999993653\":\"x\"}"),
                Arguments.of("/detail FORMAT", MEASURE, "detail", "{\"measure\":\"about a child\"}"),
                Arguments.of("/detail UNKNOWN_CODE", OBJECTION, "detail", "{\"exchangeType\":\"WMO_EVERYTHING\"}"),
                Arguments.of("/detail UNKNOWN_CODE", OBJECTION, "detail", "{\"purpose\":\"CURIOSITY\"}"),
                Arguments.of("/kind NOT_A_CHOICE", COMMITMENT, "kind", "\"RUMOUR\""),
                Arguments.of("/validUntil BEFORE_START", COMMITMENT, "validUntil", "\"2026-11-01T00:00:00Z\""),
                Arguments.of("/subject/bsn BSN_INVALID", COMMITMENT, "subject", "{\"bsn\":\"123456789\"}"),
                Arguments.of(" UNKNOWN_MEMBER", COMMITMENT, "note", "\"about Sanne\""));
    }

    private static UUID id(JsonNode fact) {
        return UUID.fromString(fact.path("factId").asText());
    }
}
