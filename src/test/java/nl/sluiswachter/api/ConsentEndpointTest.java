package nl.sluiswachter.api;

import static nl.sluiswachter.api.RegisterCalls.GEMEENTE;
import static nl.sluiswachter.api.RegisterCalls.HUISARTS;
import static nl.sluiswachter.api.RegisterCalls.SCHOOL;
import static nl.sluiswachter.api.RegisterCalls.TAXI;
import static nl.sluiswachter.api.RegisterCalls.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.sluiswachter.consent.ConsentHistory;
import nl.sluiswachter.consent.ConsentRegister;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.support.Threads;
import nl.sluiswachter.transferlog.LogKind;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;

class ConsentEndpointTest {

    private static final String BODY =
            """
            {"subject":{"bsn":"999993653","birthdate":"1984-03-12"},"kind":"PROCESSING",
             "exchangeTypes":["WMO_HEALTH_INFO_RESPONSE"],"receivers":["GEMEENTE_WMO"],
             "dataCategories":["health.functional"],"givenBy":{"relation":"SELF"},
             "givenAt":"2026-11-20T10:00:00+01:00","validUntil":"2027-05-20T10:00:00+02:00",
             "freedom":{"initiatedByResident":true,"benefitForResident":true,"noDetrimentExplained":true,
                        "notUsedForEnforcement":true},
             "evidence":"formulier/2026-00045"}""";

    private static final String IDENTITY_SET =
            """
            {"name":{"given":"Sanne","family":"de Vries"},"birthdate":"1984-03-12","postcode":"1234 AB",
             "houseNumber":"12a"}""";

    private static final String CONSENTS = "/v1/consents";
    private static final String SEARCH = "/v1/consents/_zoek";

    private final RegisterCalls calls = new RegisterCalls();

    @Test
    void registersAndShowsAConsentWithoutThePerson() {
        JsonNode made = calls.post(HUISARTS, CONSENTS, BODY, 201);

        assertThat(made.path("state").asText()).isEqualTo("GIVEN");
        assertThat(made.path("givenAt").asText()).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(made.path("registeredBy").asText()).isEqualTo(HUISARTS.oin().value());
        assertThat(made.toString()).doesNotContain("999993653", "1984");
        assertThat(calls.get(HUISARTS, CONSENTS + "/" + id(made))).isEqualTo(made);
    }

    @Test
    void takesTheSameConsentTwiceForOne() {
        JsonNode first = calls.post(HUISARTS, CONSENTS, BODY, 201);
        JsonNode again = calls.post(HUISARTS, CONSENTS, BODY, 200);

        assertThat(again).isEqualTo(first);
        assertThat(calls.log).hasSize(1);
    }

    @Test
    void doesNotReviveAWithdrawnConsentWhenItsRegistrationIsRepeated() {
        UUID id = id(calls.post(HUISARTS, CONSENTS, BODY, 201));
        calls.post(HUISARTS, withdrawal(id), "{}", 200);

        Problem refusal = calls.refused(HUISARTS, "POST", CONSENTS, BODY);

        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.code()).isEqualTo("CONSENT_ENDED");
    }

    @Test
    void takesAConsentGivenAtAnotherMomentOrRegisteredByAnotherForAnother() {
        calls.post(HUISARTS, CONSENTS, BODY, 201);

        calls.post(HUISARTS, CONSENTS, with(BODY, "givenAt", "\"2026-11-20T10:00:01+01:00\""), 201);
        calls.post(SCHOOL, CONSENTS, BODY, 201);
        calls.post(HUISARTS, CONSENTS, with(BODY, "subject", IDENTITY_SET), 201);
    }

    @Test
    void withdrawsOnceAndAnswersAlikeTwice() {
        UUID id = id(calls.post(HUISARTS, CONSENTS, BODY, 201));

        JsonNode first = calls.post(HUISARTS, withdrawal(id), "{}", 200);
        JsonNode second = calls.post(HUISARTS, withdrawal(id), "{}", 200);

        assertThat(first.path("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(first.path("stateSince").asText()).isEqualTo(RegisterCalls.NOW.toString());
        assertThat(second).isEqualTo(first);
        assertThat(calls.stopped).containsExactly(id);
        assertThat(calls.log).extracting(entry -> entry.detail().get("state")).containsExactly("GIVEN", "WITHDRAWN");
    }

    @Test
    void logsEachChangeByKeyOfThePerson() {
        UUID id = id(calls.post(HUISARTS, CONSENTS, BODY, 201));
        ConsentHistory consent = calls.registered(id);

        assertThat(calls.log).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(LogKind.CONSENT);
            assertThat(entry.party()).contains(HUISARTS.oin());
            assertThat(entry.detail())
                    .isEqualTo(Map.of("consentId", id.toString(), "kind", "PROCESSING", "state", "GIVEN"));
            assertThat(entry.subjects())
                    .containsExactly(consent.subject().byBsn().orElseThrow());
        });
    }

    @Test
    void registersNothingThatCannotBeLogged() {
        calls.breakTheLog();

        assertThatThrownBy(() -> calls.post(HUISARTS, CONSENTS, BODY, 201)).isInstanceOf(IllegalStateException.class);

        assertThat(calls.atRest()).isEmpty();
    }

    @Test
    void withdrawsNothingThatCannotBeLogged() {
        UUID id = id(calls.post(HUISARTS, CONSENTS, BODY, 201));
        calls.breakTheLog();

        assertThatThrownBy(() -> calls.post(HUISARTS, withdrawal(id), "{}", 200))
                .isInstanceOf(IllegalStateException.class);

        assertThat(calls.registered(id).last().state().name()).isEqualTo("GIVEN");
    }

    @Test
    void findsAPersonByEitherKey() {
        String both = IDENTITY_SET.replaceFirst("\\{", "{\"bsn\":\"999993653\",");
        UUID id = id(calls.post(HUISARTS, CONSENTS, with(BODY, "subject", both), 201));

        for (String subject : List.of("{\"bsn\":\"999993653\"}", IDENTITY_SET, both)) {
            JsonNode found = calls.post(HUISARTS, SEARCH, "{\"subject\":" + subject + "}", 200);
            assertThat(found.at("/consents/0/consentId").asText()).isEqualTo(id.toString());
            assertThat(found.path("consents")).hasSize(1);
        }
        assertThat(calls.post(HUISARTS, SEARCH, "{\"subject\":{\"bsn\":\"111222333\"}}", 200)
                        .path("consents"))
                .isEmpty();
    }

    @Test
    void showsAPartnerOnlyWhatItRegisteredAndTheMunicipalityEverything() {
        UUID id = id(calls.post(HUISARTS, CONSENTS, BODY, 201));
        String search = "{\"subject\":{\"bsn\":\"999993653\"}}";

        assertThat(calls.post(SCHOOL, SEARCH, search, 200).path("consents")).isEmpty();
        assertThat(calls.post(GEMEENTE, SEARCH, search, 200).path("consents")).hasSize(1);
        assertThat(calls.get(GEMEENTE, CONSENTS + "/" + id).path("consentId").asText())
                .isEqualTo(id.toString());
    }

    @Test
    void makesAnothersConsentLookLikeOneThatDoesNotExist() {
        UUID id = id(calls.post(HUISARTS, CONSENTS, BODY, 201));
        Problem unknown = calls.refused(SCHOOL, "GET", CONSENTS + "/" + UUID.randomUUID(), "");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(calls.refused(SCHOOL, "GET", CONSENTS + "/" + id, "")).isEqualTo(unknown);
        assertThat(calls.refused(SCHOOL, "POST", withdrawal(id), "")).isEqualTo(unknown);
        assertThat(calls.refused(SCHOOL, "POST", withdrawal(UUID.randomUUID()), ""))
                .isEqualTo(unknown);
        assertThat(calls.refused(SCHOOL, "GET", CONSENTS + "/1-1-1-1-1", "")).isEqualTo(unknown);
        assertThat(calls.registered(id).last().state().name()).isEqualTo("GIVEN");
    }

    @Test
    void letsTheMunicipalityWithdrawWhatAPartnerRegistered() {
        UUID id = id(calls.post(HUISARTS, CONSENTS, BODY, 201));

        calls.post(GEMEENTE, withdrawal(id), "{}", 200);

        assertThat(calls.stopped).containsExactly(id);
    }

    @Test
    void refusesAPartnerThatRegistersForTheSendingOfAnother() {
        for (String sender : List.of("\"SCHOOL\"", "\"" + SCHOOL.oin() + "\"")) {
            Problem problem = calls.refused(HUISARTS, "POST", CONSENTS, with(BODY, "sender", sender));
            assertThat(problem.status()).isEqualTo(403);
            assertThat(problem.code()).isEqualTo("SENDER_NOT_YOURS");
        }
        assertThat(calls.atRest()).isEmpty();
        calls.post(GEMEENTE, CONSENTS, with(BODY, "sender", "\"SCHOOL\""), 201);
    }

    @Test
    void narrowsTheCapacityThatAPartnerNamesToThatPartner() {
        JsonNode made = calls.post(HUISARTS, CONSENTS, with(BODY, "sender", "\"HUISARTS\""), 201);

        assertThat(made.path("sender").asText()).isEqualTo(HUISARTS.oin().value());
    }

    @Test
    void refusesAPartnerThatCannotSendAnyExchangeItNames() {
        assertThat(calls.complaints(TAXI, CONSENTS, BODY)).containsExactly("/exchangeTypes NOT_YOUR_EXCHANGE");
        assertThat(calls.complaints(TAXI, CONSENTS, with(BODY, "exchangeTypes", null, "purpose", "\"EARLY_HELP\"")))
                .containsExactly("/purpose NOT_YOUR_EXCHANGE");
    }

    @Test
    void refusesAConsentThatItsSenderCanNeverUseWhoeverRegistersIt() {
        assertThat(calls.complaints(
                        GEMEENTE,
                        CONSENTS,
                        with(BODY, "sender", "\"" + TAXI.oin().value() + "\"")))
                .containsExactly("/exchangeTypes NOT_YOUR_EXCHANGE");
        assertThat(calls.atRest()).isEmpty();
    }

    @Test
    void saysOfAnAgeThatNobodyHasWhatIsExpected() {
        assertThat(expected("2026-11-21")).isEqualTo("A birth date before givenAt is expected.");
        assertThat(expected("1890-01-01")).isEqualTo("An age of at most 130 is expected.");
    }

    private Object expected(String birthdate) {
        Object complaints = calls.refused(HUISARTS, "POST", CONSENTS, born(birthdate))
                .members()
                .get("invalidParams");
        return ((Map<?, ?>) ((List<?>) complaints).get(0)).get("reason");
    }

    @Test
    void boundsTheConsentsOfOnePersonThatAPartyHasAtATime() {
        UUID first = register(HUISARTS);
        for (int second = 1; second < ConsentRegister.MOST_OPEN; second++) {
            calls.post(HUISARTS, CONSENTS, givenAt(second), 201);
        }

        Problem problem = calls.refused(HUISARTS, "POST", CONSENTS, givenAt(30));
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.code()).isEqualTo("TOO_MANY_CONSENTS");
        calls.post(HUISARTS, CONSENTS, BODY, 200);
        calls.post(SCHOOL, CONSENTS, BODY, 201);
        calls.post(HUISARTS, CONSENTS, with(BODY, "subject", "{\"bsn\":\"111222333\"}"), 201);
        calls.post(HUISARTS, withdrawal(first), "{}", 200);
        calls.post(HUISARTS, CONSENTS, givenAt(30), 201);
    }

    @Test
    void keepsTheBirthdateOfAMinorOnly() {
        UUID adult = id(calls.post(HUISARTS, CONSENTS, BODY, 201));
        UUID minor = id(calls.post(HUISARTS, CONSENTS, born("2008-11-21"), 201));
        UUID unknown = id(calls.post(HUISARTS, CONSENTS, with(BODY, "subject", "{\"bsn\":\"111222333\"}"), 201));

        assertThat(calls.registered(adult))
                .matches(c -> c.adult() && c.birthdate().isEmpty());
        assertThat(calls.registered(minor))
                .matches(c -> !c.adult() && c.birthdate().isPresent());
        assertThat(calls.registered(unknown))
                .matches(c -> !c.adult() && c.birthdate().isEmpty());
        assertThat(calls.atRest()).doesNotContain("1984-03-12");
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("flawed")
    void refusesAConsentThatIsNone(String complaint, String member, String json) {
        assertThat(calls.complaints(HUISARTS, CONSENTS, with(BODY, member, json)))
                .containsExactly(complaint);
        assertThat(calls.atRest()).isEmpty();
    }

    static Stream<Arguments> flawed() {
        return Stream.of(
                Arguments.of("/subject MISSING", "subject", null),
                Arguments.of("/subject INCOMPLETE_IDENTITY", "subject", "{}"),
                Arguments.of("/subject INCOMPLETE_IDENTITY", "subject", "{\"birthdate\":\"1984-03-12\"}"),
                Arguments.of("/subject/bsn BSN_INVALID", "subject", "{\"bsn\":\"999993654\"}"),
                Arguments.of(
                        "/subject/birthdate DATE_EXPECTED", "subject", "{\"bsn\":\"999993653\",\"birthdate\":\"?\"}"),
                Arguments.of("/subject/postcode FORMAT", "subject", IDENTITY_SET.replace("1234 AB", "B-1000")),
                Arguments.of("/subject/name LETTER_EXPECTED", "subject", IDENTITY_SET.replace("Sanne", "--")),
                Arguments.of(
                        "/subject/birthdate IMPOSSIBLE_AGE",
                        "subject",
                        "{\"bsn\":\"999993653\",\"birthdate\":\"2026-11-21\"}"),
                Arguments.of(
                        "/subject/birthdate IMPOSSIBLE_AGE",
                        "subject",
                        "{\"bsn\":\"999993653\",\"birthdate\":\"1890-01-01\"}"),
                Arguments.of(
                        "/givenBy/relation GIVER_TOO_YOUNG",
                        "subject",
                        "{\"bsn\":\"999993653\",\"birthdate\":\"2014-11-21\"}"),
                Arguments.of("/kind NOT_A_CHOICE", "kind", "\"ANY\""),
                Arguments.of("/exchangeTypes NOT_SPECIFIC", "exchangeTypes", null),
                Arguments.of("/exchangeTypes UNKNOWN_CODE", "exchangeTypes", "[\"WMO_EVERYTHING\"]"),
                Arguments.of("/purpose UNKNOWN_CODE", "purpose", "\"CURIOSITY\""),
                Arguments.of("/sender UNKNOWN_CODE", "sender", "\"BAKER\""),
                Arguments.of("/sender PARTY_EXPECTED", "sender", "\"the baker\""),
                Arguments.of("/receivers SIZE", "receivers", "[]"),
                Arguments.of("/receivers UNKNOWN_CODE", "receivers", "[\"BAKER\"]"),
                Arguments.of("/dataCategories MISSING", "dataCategories", null),
                Arguments.of("/dataCategories UNKNOWN_CODE", "dataCategories", "[\"everything\"]"),
                Arguments.of("/givenAt IN_THE_FUTURE", "givenAt", "\"2026-11-21T12:01:01Z\""),
                Arguments.of("/validUntil BEFORE_START", "validUntil", "\"2026-11-20T09:00:00Z\""),
                Arguments.of("/freedom MISSING", "freedom", null),
                Arguments.of(
                        "/givenBy/bsn REPRESENTATIVE_UNKNOWN",
                        "givenBy",
                        "{\"relation\":\"REPRESENTATIVE\",\"mandate\":\"CURATELE\"}"),
                Arguments.of(
                        "/givenBy/mandate MANDATE_REQUIRED",
                        "givenBy",
                        "{\"relation\":\"REPRESENTATIVE\",\"bsn\":\"111222333\"}"),
                Arguments.of(
                        "/givenBy/mandate MANDATE_WITHOUT_REPRESENTATIVE",
                        "givenBy",
                        "{\"relation\":\"SELF\",\"mandate\":\"BEWIND\"}"),
                Arguments.of("/givenBy/mandate NOT_A_CHOICE", "givenBy", "{\"relation\":\"SELF\",\"mandate\":\"?\"}"),
                Arguments.of("/state NOT_A_CHOICE", "state", "\"WITHDRAWN\""),
                Arguments.of("/shown/form MISSING", "shown", "{\"language\":\"nl\",\"channel\":\"PAPER\"}"),
                Arguments.of(
                        "/shown/form BSN_IN_TEXT",
                        "shown",
                        "{\"form\":\"f-999993653\",\"language\":\"nl\",\"channel\":\"PAPER\"}"),
                Arguments.of(
                        "/givenBy/bsn GIVER_MISMATCH",
                        "givenBy",
                        "{\"relation\":\"REPRESENTATIVE\",\"bsn\":\"999993653\",\"mandate\":\"CURATELE\"}"),
                Arguments.of("/givenBy/bsn GIVER_MISMATCH", "givenBy", "{\"relation\":\"SELF\",\"bsn\":\"111222333\"}"),
                Arguments.of("/evidence BSN_IN_TEXT", "evidence", "\"zaak-999993653\""),
                Arguments.of("/evidence FORMAT", "evidence", "\"Sanne de Vries tekende\""),
                Arguments.of(" UNKNOWN_MEMBER", "note", "\"about Sanne\""));
    }

    @Test
    void letsAChildOfTwelveAndARepresentativeConsent() {
        calls.post(HUISARTS, CONSENTS, born("2014-11-20"), 201);
        calls.post(HUISARTS, CONSENTS, with(born("2019-05-01"), "givenBy", "{\"relation\":\"REPRESENTATIVE\"}"), 201);
        calls.post(
                HUISARTS,
                CONSENTS,
                with(
                        BODY,
                        "givenBy",
                        "{\"relation\":\"REPRESENTATIVE\",\"bsn\":\"111222333\",\"mandate\":\"MENTORSCHAP\"}"),
                201);
    }

    @Test
    void letsAPartnersClockRunAheadALittle() {
        calls.post(HUISARTS, CONSENTS, with(BODY, "givenAt", "\"2026-11-21T12:01:00Z\""), 201);
    }

    @Test
    void holdsConsentsOnlyInATransaction() {
        assertThatThrownBy(() -> calls.consents.holdGiven(List.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void tellsWhetherAllConsentsAreStillGiven() {
        UUID one = id(calls.post(HUISARTS, CONSENTS, BODY, 201));
        UUID two = id(calls.post(SCHOOL, CONSENTS, BODY, 201));

        assertThat(holds(one, two)).isTrue();
        assertThat(holds(one, UUID.randomUUID())).isFalse();
        calls.post(HUISARTS, withdrawal(one), "{}", 200);
        assertThat(holds(one, two)).isFalse();
        assertThat(holds(two)).isTrue();
    }

    @Test
    void keepsAWithdrawalWaitingUntilTheRecordOfAPermitIsDone() throws Exception {
        UUID id = id(calls.post(HUISARTS, CONSENTS, BODY, 201));
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Boolean> recording = Threads.start(() -> calls.transaction.execute(status -> {
            boolean given = calls.consents.holdGiven(List.of(id)).contains(id);
            held.countDown();
            await(release);
            return given;
        }));
        await(held);

        CompletableFuture<JsonNode> withdrawal = Threads.start(() -> calls.post(HUISARTS, withdrawal(id), "{}", 200));

        waitUntilSomebodyWaitsForALock();
        assertThat(withdrawal).isNotDone();
        assertThat(calls.registered(id).last().state().name()).isEqualTo("GIVEN");
        release.countDown();
        assertThat(recording.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(withdrawal.get(10, TimeUnit.SECONDS).path("state").asText()).isEqualTo("WITHDRAWN");
    }

    @Test
    void registersOneConsentWhenTheSameComesInParallel() {
        List<UUID> ids = Stream.generate(() -> Threads.start(() -> register(HUISARTS))).limit(8).toList().stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(ids).hasSize(8).containsOnly(ids.get(0));
    }

    @Test
    void cannotChangeOrRemoveWhatIsRegistered() {
        register(HUISARTS);
        for (String sql : List.of(
                "update consent set registered_by = 'x'",
                "delete from consent",
                "update consent_event set state = 'GIVEN'",
                "delete from consent_event",
                "update fact set kind = 'x'",
                "delete from fact_event")) {
            assertThatThrownBy(() -> calls.application.sql(sql).update())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private UUID register(Party party) {
        return id(calls.post(party, CONSENTS, BODY));
    }

    private boolean holds(UUID... ids) {
        return Boolean.TRUE.equals(calls.transaction.execute(
                status -> calls.consents.holdGiven(List.of(ids)).containsAll(List.of(ids))));
    }

    /** Asks the database itself, so that the test does not guess how long it takes to get there. */
    private void waitUntilSomebodyWaitsForALock() {
        Awaitility.await()
                .until(() -> calls.owner
                                .sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                                .query(Integer.class)
                                .single()
                        > 0);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String born(String birthdate) {
        return with(BODY, "subject", "{\"bsn\":\"010464554\",\"birthdate\":\"" + birthdate + "\"}");
    }

    private static String givenAt(int second) {
        return with(BODY, "givenAt", "\"2026-11-20T10:00:%02d+01:00\"".formatted(second));
    }

    private static String withdrawal(UUID id) {
        return CONSENTS + "/" + id + "/withdrawal";
    }

    private static UUID id(JsonNode consent) {
        return UUID.fromString(consent.path("consentId").asText());
    }
}
