package nl.sluiswachter.api;

import static nl.sluiswachter.api.RegisterCalls.GEMEENTE;
import static nl.sluiswachter.api.RegisterCalls.HUISARTS;
import static nl.sluiswachter.api.RegisterCalls.SCHOOL;
import static nl.sluiswachter.api.RegisterCalls.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.sluiswachter.kernel.Bsn;
import nl.sluiswachter.party.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A consent from the question to its end. */
class ConsentEventsTest {

    private static final String SHOWN =
            "{\"form\":\"toestemming-7\",\"version\":\"2026-1\",\"language\":\"nl\",\"channel\":\"PAPER\"}";
    private static final String REQUEST =
            """
            {"state":"REQUESTED","subject":{"bsn":"999993653","birthdate":"1984-03-12"},"kind":"PROCESSING",
             "exchangeTypes":["WMO_HEALTH_INFO_RESPONSE"],"receivers":["GEMEENTE_WMO"],
             "dataCategories":["health.functional"],"shown":%s}"""
                    .formatted(SHOWN);
    private static final String GRANT =
            """
            {"givenBy":{"relation":"SELF"},"givenAt":"2026-11-21T12:00:00Z","evidence":"formulier/7",
             "freedom":{"initiatedByResident":true,"benefitForResident":true,"noDetrimentExplained":true,
                        "notUsedForEnforcement":true},"shown":%s}"""
                    .formatted(SHOWN);
    private static final String INVALID = "{\"reason\":\"NOT_FREE\"}";
    private static final String SEARCH = "{\"subject\":{\"bsn\":\"999993653\"}}";

    private final RegisterCalls calls = new RegisterCalls();

    @Test
    void aRequestPermitsNothingUntilItIsGranted() {
        UUID id = request();
        assertThat(decidedOn()).isEmpty();

        JsonNode granted = post(id, "grant", GRANT);

        assertThat(decidedOn()).containsExactly("GIVEN");
        assertThat(states(granted)).containsExactly("REQUESTED", "GIVEN");
        assertThat(granted.path("state").asText()).isEqualTo("GIVEN");
        assertThat(granted.at("/givenBy/relation").asText()).isEqualTo("SELF");
        assertThat(granted.at("/events/1/person").asText()).isEqualTo("SELF");
        assertThat(granted.at("/events/1/party").asText())
                .isEqualTo(HUISARTS.oin().value());
        assertThat(granted.at("/events/1/shown/channel").asText()).isEqualTo("PAPER");
        assertThat(calls.get(HUISARTS, "/v1/consents/" + id)).isEqualTo(granted);
        assertThat(calls.log).extracting(entry -> entry.detail().get("state")).containsExactly("REQUESTED", "GIVEN");
    }

    @Test
    void aRefusedRequestPermitsNothingAndStays() {
        UUID id = request();

        JsonNode refused = post(id, "refusal", "{\"by\":{\"relation\":\"SELF\"}}");

        assertThat(refused.path("state").asText()).isEqualTo("REFUSED");
        assertThat(refused.path("givenBy").isNull()).isTrue();
        assertThat(decidedOn()).isEmpty();
        assertThat(post(id, "refusal", "")).isEqualTo(refused);
        assertThat(conflict(id, "grant", GRANT)).isEqualTo("CONSENT_NOT_REQUESTED");
    }

    @Test
    void takesTheSameRequestTwiceForOneAndMakesItAgainOnceItWasAnswered() {
        UUID first = request();
        assertThat(id(calls.post(HUISARTS, "/v1/consents", REQUEST, 200))).isEqualTo(first);

        post(first, "refusal", "");

        assertThat(id(calls.post(HUISARTS, "/v1/consents", REQUEST, 201))).isNotEqualTo(first);
    }

    @Test
    void makesARequestAgainForTheNextWhoMustConsentOnceTheFirstSaidYes() {
        UUID first = request();
        JsonNode granted = post(first, "grant", GRANT);

        UUID second = id(calls.post(HUISARTS, "/v1/consents", REQUEST, 201));

        assertThat(second).isNotEqualTo(first);
        assertThat(id(calls.post(HUISARTS, "/v1/consents", REQUEST, 200))).isEqualTo(second);
        assertThat(calls.get(HUISARTS, "/v1/consents/" + first)).isEqualTo(granted);
    }

    @Test
    void aGrantThatIsRepeatedChangesNothingAndAnotherOneCannotFollow() {
        UUID id = request();
        JsonNode granted = post(id, "grant", GRANT);

        assertThat(post(id, "grant", GRANT)).isEqualTo(granted);
        String other = with(GRANT, "givenAt", "\"2026-11-21T11:00:00Z\"");
        assertThat(conflict(id, "grant", other)).isEqualTo("CONSENT_NOT_REQUESTED");
        assertThat(calls.log).hasSize(2);
    }

    @Test
    void whatWasAddedToASecondWithdrawalDoesNotCount() {
        UUID id = given();
        JsonNode first = post(id, "withdrawal", "{\"by\":{\"relation\":\"SELF\"},\"evidence\":\"brief/9\"}");

        assertThat(post(id, "withdrawal", "")).isEqualTo(first);
        assertThat(first.at("/events/2/person").asText()).isEqualTo("SELF");
        assertThat(first.at("/events/2/stoppedWithinMillis").isIntegralNumber()).isTrue();
        assertThat(calls.stopped).containsExactly(id);
    }

    @Test
    void anInvalidConsentStopsWhatRestedOnIt() {
        UUID id = given();

        JsonNode invalid = post(GEMEENTE, id, "invalidation", INVALID);

        assertThat(invalid.path("state").asText()).isEqualTo("INVALIDATED");
        assertThat(invalid.at("/events/2/reason").asText()).isEqualTo("NOT_FREE");
        assertThat(invalid.at("/events/2/party").asText())
                .isEqualTo(GEMEENTE.oin().value());
        assertThat(calls.stopped).containsExactly(id);
        assertThat(calls.log.get(2).detail())
                .containsEntry("reason", "NOT_FREE")
                .containsKey("stoppedWithinMillis");
        assertThat(conflict(id, "withdrawal", "")).isEqualTo("CONSENT_NOT_GIVEN");
    }

    @Test
    void whatIsOnlyAskedForCannotBeWithdrawnOrInvalid() {
        UUID id = request();

        assertThat(conflict(id, "withdrawal", "")).isEqualTo("CONSENT_NOT_GIVEN");
        assertThat(conflict(id, "invalidation", INVALID)).isEqualTo("CONSENT_NOT_GIVEN");
        assertThat(calls.stopped).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"P89DT23H, GIVEN", "P90D, CONSENT_NOT_REQUESTED"})
    void aRequestThatNobodyAnswersEndsAfterNinetyDays(Duration passed, String outcome) {
        UUID id = request();
        calls.proceed(passed);

        if (outcome.equals("GIVEN")) {
            assertThat(post(id, "grant", GRANT).path("state").asText()).isEqualTo("GIVEN");
        } else {
            assertThat(conflict(id, "grant", GRANT)).isEqualTo(outcome);
            assertThat(states(calls.get(HUISARTS, "/v1/consents/" + id))).containsExactly("REQUESTED", "EXPIRED");
            assertThat(calls.log.get(1).party()).isEmpty();
        }
    }

    @Test
    void aRequestEndsWithThePeriodItAsksForWhenThatIsSooner() {
        UUID id =
                id(calls.post(HUISARTS, "/v1/consents", with(REQUEST, "validUntil", "\"2026-12-01T00:00:00Z\""), 201));
        calls.proceed(Duration.ofDays(11));

        assertThat(calls.get(HUISARTS, "/v1/consents/" + id).path("state").asText())
                .isEqualTo("EXPIRED");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T11:59:59Z, ''",
        "2026-11-21T12:00:00Z, REQUESTED",
        "2026-11-21T12:59:59Z, REQUESTED",
        "2026-11-21T13:00:00Z, GIVEN",
        "2026-11-21T13:59:59Z, GIVEN",
        "2026-11-21T14:00:00Z, WITHDRAWN",
        "2026-11-21T15:00:00Z, WITHDRAWN"
    })
    void theStateAtAnyPastMomentFollowsFromTheEvents(Instant at, String state) {
        UUID id = request();
        calls.proceed(Duration.ofHours(1));
        post(id, "grant", GRANT);
        calls.proceed(Duration.ofHours(1));
        post(id, "withdrawal", "");
        calls.proceed(Duration.ofDays(1));

        assertThat(found(at)).containsExactlyElementsOf(state.isEmpty() ? List.of() : List.of(state));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T12:29:59Z, GIVEN",
        "2026-11-21T12:30:00Z, EXPIRED",
        "2026-11-21T12:45:00Z, EXPIRED",
        "2026-11-21T13:00:00Z, EXPIRED"
    })
    void anExpiryCountsFromTheEndOfThePeriodWrittenDownOrNot(Instant at, String state) {
        UUID id =
                id(calls.post(HUISARTS, "/v1/consents", with(REQUEST, "validUntil", "\"2026-11-21T12:30:00Z\""), 201));
        post(id, "grant", GRANT);
        calls.proceed(Duration.ofHours(1));

        assertThat(found(at)).containsExactly(state);
        assertThat(conflict(id, "withdrawal", "")).isEqualTo("CONSENT_NOT_GIVEN");
        assertThat(found(at)).containsExactly(state);
        assertThat(calls.get(HUISARTS, "/v1/consents/" + id).path("stateSince").asText())
                .isEqualTo("2026-11-21T12:30:00Z");
        assertThat(calls.stopped).containsExactly(id);
    }

    @Test
    void nobodyKnowsTheStateOfTomorrow() {
        assertThat(calls.complaints(HUISARTS, "/v1/consents/_zoek", with(SEARCH, "at", "\"2026-11-22T00:00:00Z\"")))
                .containsExactly("/at IN_THE_FUTURE");
    }

    @Test
    void aRequestHasNoGiverYetAndEndsInTheFuture() {
        assertThat(calls.complaints(HUISARTS, "/v1/consents", with(REQUEST, "givenAt", "\"2026-11-20T10:00:00Z\"")))
                .containsExactly("/givenAt NOT_GIVEN_YET");
        assertThat(calls.complaints(HUISARTS, "/v1/consents", with(REQUEST, "validUntil", "\"2026-11-21T12:00:00Z\"")))
                .containsExactly("/validUntil BEFORE_START");
    }

    @Test
    void aGrantIsHeldToTheSameRulesAsAConsent() {
        UUID adult = request();
        UUID child = id(calls.post(
                HUISARTS,
                "/v1/consents",
                with(REQUEST, "subject", "{\"bsn\":\"010464554\",\"birthdate\":\"2019-05-01\"}"),
                201));

        assertThat(calls.complaints(HUISARTS, grant(child), GRANT))
                .containsExactly("/givenBy/relation GIVER_TOO_YOUNG");
        assertThat(calls.complaints(HUISARTS, grant(adult), with(GRANT, "givenAt", "\"2026-11-21T12:01:01Z\"")))
                .containsExactly("/givenAt IN_THE_FUTURE");
        assertThat(calls.complaints(
                        HUISARTS,
                        grant(adult),
                        with(GRANT, "givenBy", "{\"relation\":\"REPRESENTATIVE\",\"bsn\":\"111222333\"}")))
                .containsExactly("/givenBy/mandate MANDATE_REQUIRED");
        assertThat(calls.complaints(HUISARTS, grant(adult), with(GRANT, "freedom", null)))
                .containsExactly("/freedom MISSING");
        assertThat(decidedOn()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant", "refusal", "withdrawal", "invalidation"})
    void anothersConsentCannotBeTouched(String step) {
        UUID id = request();
        String body = step.equals("grant") ? GRANT : step.equals("invalidation") ? INVALID : "{}";

        Problem problem = calls.refused(SCHOOL, "POST", "/v1/consents/" + id + "/" + step, body);

        assertThat(problem.status()).isEqualTo(404);
        assertThat(calls.log).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"record", "receipt"})
    void anothersConsentCannotBeExported(String export) {
        UUID id = request();

        assertThat(calls.refused(SCHOOL, "GET", "/v1/consents/" + id + "/" + export, "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theRecordTellsEverythingButWhoThePersonIs() {
        UUID id = given();
        calls.proceed(Duration.ofHours(2));
        post(id, "withdrawal", "");

        JsonNode record = calls.get(HUISARTS, "/v1/consents/" + id + "/record");

        assertThat(record.at("/header/recordId").asText()).isEqualTo(id.toString());
        assertThat(record.at("/processing/privacyNotice").asText()).isEqualTo("toestemming-7@2026-1");
        assertThat(record.at("/processing/lawfulBasis").asText()).isEqualTo("eu-gdpr:A6-1-a");
        assertThat(record.path("events").findValuesAsText("state"))
                .containsExactly("dpv:ConsentRequested", "dpv:ConsentGiven", "dpv:ConsentWithdrawn");
        assertThat(record.at("/events/1/duration").asText()).isEqualTo("PT2H");
        String key = calls.keys.of(new Bsn("999993653")).toString();
        assertThat(record.toString()).doesNotContain("999993653", "1984", key);
    }

    @Test
    void callsAPersonTheSameInWhatOnePartyRegisteredAndOtherwiseAtAnother() {
        UUID first = request();
        UUID second = id(calls.post(HUISARTS, "/v1/consents", with(REQUEST, "kind", "\"SECRECY_WAIVER\""), 201));
        UUID ofAnother = id(calls.post(HUISARTS, "/v1/consents", REQUEST.replace("999993653", "111222333"), 201));
        UUID elsewhere = id(calls.post(SCHOOL, "/v1/consents", REQUEST, 201));

        String person = principal(HUISARTS, first, "record");

        assertThat(person).isEqualTo(principal(HUISARTS, first, "receipt"));
        assertThat(person).isEqualTo(principal(HUISARTS, second, "record"));
        assertThat(person)
                .isNotEqualTo(principal(HUISARTS, ofAnother, "record"))
                .isNotEqualTo(principal(SCHOOL, elsewhere, "record"))
                .doesNotContain(
                        first.toString(), calls.keys.of(new Bsn("999993653")).toString());
    }

    private String principal(Party reader, UUID consent, String export) {
        return calls.get(reader, "/v1/consents/" + consent + "/" + export)
                .at("/header/piiPrincipalId")
                .asText();
    }

    @Test
    void aSecrecyWaiverIsNoGroundForProcessing() {
        UUID id = id(calls.post(HUISARTS, "/v1/consents", with(REQUEST, "kind", "\"SECRECY_WAIVER\""), 201));

        assertThat(calls.get(HUISARTS, "/v1/consents/" + id + "/record")
                        .at("/processing/lawfulBasis")
                        .isNull())
                .isTrue();
    }

    @Test
    void aReceiptSaysUpToWhichEvent() {
        UUID id = request();
        JsonNode asked = calls.get(HUISARTS, "/v1/consents/" + id + "/receipt");
        post(id, "grant", GRANT);

        JsonNode granted = calls.get(HUISARTS, "/v1/consents/" + id + "/receipt");

        assertThat(asked.at("/header/receiptId").asText()).isEqualTo(id + "/1");
        assertThat(granted.at("/header/receiptId").asText()).isEqualTo(id + "/2");
    }

    @Test
    void boundsWhatIsAskedForAndGivenTogether() {
        for (int day = 1; day <= 20; day++) {
            String until = "\"2027-01-%02dT00:00:00Z\"".formatted(day);
            calls.post(HUISARTS, "/v1/consents", with(REQUEST, "validUntil", until), 201);
        }

        assertThat(calls.refused(HUISARTS, "POST", "/v1/consents", REQUEST).code())
                .isEqualTo("TOO_MANY_CONSENTS");
        calls.proceed(Duration.ofDays(42));
        calls.post(HUISARTS, "/v1/consents", REQUEST, 201);
    }

    private UUID request() {
        return id(calls.post(HUISARTS, "/v1/consents", REQUEST, 201));
    }

    private UUID given() {
        UUID id = request();
        post(id, "grant", GRANT);
        return id;
    }

    private JsonNode post(UUID id, String step, String body) {
        return post(HUISARTS, id, step, body);
    }

    private JsonNode post(Party party, UUID id, String step, String body) {
        return calls.post(party, "/v1/consents/" + id + "/" + step, body, 200);
    }

    private String conflict(UUID id, String step, String body) {
        Problem problem = calls.refused(HUISARTS, "POST", "/v1/consents/" + id + "/" + step, body);
        assertThat(problem.status()).isEqualTo(409);
        return problem.code();
    }

    /** The states that the search shows at that moment. */
    private List<String> found(Instant at) {
        JsonNode answer = calls.post(HUISARTS, "/v1/consents/_zoek", with(SEARCH, "at", "\"" + at + "\""), 200);
        return answer.path("consents").findValuesAsText("state").isEmpty()
                ? List.of()
                : List.of(answer.at("/consents/0/state").asText());
    }

    /** The states of what a decision about the person gets to see. */
    private List<String> decidedOn() {
        return calls.registers.lookUp(List.of(calls.keys.of(new Bsn("999993653")))).consents().stream()
                .map(consent -> consent.state().name())
                .toList();
    }

    private static List<String> states(JsonNode consent) {
        return consent.path("events").findValuesAsText("state");
    }

    private static String grant(UUID id) {
        return "/v1/consents/" + id + "/grant";
    }

    private static UUID id(JsonNode consent) {
        return UUID.fromString(consent.path("consentId").asText());
    }
}
