package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluiswachter.console.person.KeptQuestion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an officer sees of a person's consents, and does with them. */
class ConsentPageTest {

    private static final String PATH = "/console/consent";
    private static final String TASK = "de inwoner in contact brengen met hulp in de buurt";
    private static final Map<String, String> YES = Map.of("by", "SELF", "evidence", "BRIEF-7");

    private final OfficerAtWork officer = OfficerAtWork.on("COMPLAINT");
    private final Client municipality = Client.of("gemeente-wmo");

    @BeforeEach
    void startWithEmptyRegisters() {
        Tables.forgetRegisters();
    }

    @Test
    void showsWhatWasAgreedToByWhomForWhatAndHowItWasAsked() {
        String id = consent();
        String list = find(Messages.ANNA);

        assertThat(officer.get(list).body())
                .contains("Gemeente Voorbeeld, Wmo", "Gegeven", list + "/" + id)
                .doesNotContain("Over deze persoon is hier niets te zien");
        assertThat(officer.get(list + "/" + id).body())
                .contains("Toestemming om gegevens te delen", "Tot de persoon haar intrekt", "de persoon zelf")
                .contains("formulier/7", "Ja: alle vragen daarover zijn bevestigd", "Niet vastgelegd")
                .doesNotContain(Messages.ANNA);
    }

    /** Who reads a day counts it in: a consent that ends as a day begins holds to the day before. */
    @Test
    void saysUntilWhichDayItHolds() {
        Message consent =
                Registers.consent(Messages.ANNA, "WELFARE_REFERRAL", "00000099000000002700", "identity", "support");
        String days = Registers.consentBy("gemeente-wmo", consent.text("/validUntil", "2198-07-01T00:00:00+02:00"));
        String hours = Registers.consentBy("gemeente-wmo", consent.text("/validUntil", "2198-07-01T00:00:00Z"));
        String list = find(Messages.ANNA);

        assertThat(officer.get(list + "/" + days).body()).contains("Tot en met 30 juni 2198<");
        assertThat(officer.get(list + "/" + hours).body()).contains("Tot 1 juli 2198, 02:00<");
    }

    @Test
    void takesItBackInTwoClicksAndShowsWhatThatStopped() {
        String id = consent();
        String queued = municipality.transfer(Messages.referral()).transferId();
        String page = find(Messages.ANNA) + "/" + id;

        assertThat(officer.get(page).body()).contains(page + "/withdrawal");
        String after = officer.leads(page + "/withdrawal", page + "/withdrawal", YES);

        assertThat(after).isEqualTo(page + "?ended");
        assertThat(officer.get(after).body())
                .contains(
                        "1 bericht dat klaarstond is gestopt",
                        "href=\"/console/transfers/" + queued + "\"",
                        "BRIEF-7",
                        "</bdi> <bdi>" + OfficerAtWork.NAME)
                .doesNotContain("al beëindigd", page + "/withdrawal");
        assertThat(municipality.get("/v1/transfers/" + queued).send().at("/delivery/state"))
                .isEqualTo("STOPPED");
        assertThat(municipality.get("/v1/consents/" + id).send().at("/events/1/stopped"))
                .isEqualTo("1");
        assertThat(entries("CONSENT", id)).last().asString().contains(OfficerAtWork.ID, "WITHDRAWN", "\"stopped\"");
    }

    @Test
    void raisesAnAlarmAboutAMessageThatIsDamagedWhereItShowsThatItWasStopped() {
        String id = consent();
        String queued = municipality.transfer(Messages.referral()).transferId();
        String page = find(Messages.ANNA) + "/" + id;
        String after = officer.leads(page + "/withdrawal", page + "/withdrawal", YES);
        Damage damage = Damage.to("transfer_id = '" + queued + "' and kind = 'DECISION'");
        try {
            assertThat(officer.get(after).body())
                    .contains("Deze aantekening is beschadigd: controleer het logboek", "href=\"/console/log\"")
                    .doesNotContain(queued);
            assertThat(damage.alarms()).isOne();
        } finally {
            damage.repair();
        }
    }

    /** A message may rest on two consents; what the first one stopped, the second one did not. */
    @Test
    void showsAMessageWithTheOneConsentThatStoppedIt() {
        String first = consent();
        String queued = municipality.transfer(Messages.referral()).transferId();
        String second = consent();
        rests(queued, first, second);
        String later = municipality.transfer(Messages.referral()).transferId();
        rests(later, second);
        String list = find(Messages.ANNA) + "/";

        String ofFirst = officer.get(officer.leads(list + first + "/withdrawal", list + first + "/withdrawal", YES))
                .body();
        String ofSecond = officer.get(officer.leads(list + second + "/withdrawal", list + second + "/withdrawal", YES))
                .body();

        assertThat(ofFirst)
                .contains("1 bericht dat klaarstond is gestopt", queued)
                .doesNotContain(later);
        assertThat(ofSecond)
                .contains("1 bericht dat klaarstond is gestopt", later)
                .doesNotContain(queued);
    }

    private static void rests(String transfer, String... consents) {
        Tables.asOwner()
                .sql("update delivery set consents = cast(? as uuid[]) where transfer_id = cast(? as uuid)")
                .params("{" + String.join(",", consents) + "}", transfer)
                .update();
    }

    @Test
    void saysWhereItShowsNotAllThatWasStopped() {
        String id = consent();
        String queued = municipality.transfer(Messages.referral()).transferId();
        String page = find(Messages.ANNA) + "/" + id;
        String after = officer.leads(page + "/withdrawal", page + "/withdrawal", YES);
        assertThat(officer.get(after).body()).contains(queued).doesNotContain("hoogstens 100");
        Tables.asOwner()
                .sql(
                        """
                        update consent_event set detail = jsonb_set(detail, '{stopped}', '101')
                         where consent_id = cast(? as uuid) and detail -> 'stopped' is not null
                        """)
                .param(id)
                .update();

        assertThat(officer.get(after).body()).contains(queued, "hoogstens 100 van de 101, de oudste eerst");
    }

    @Test
    void answersASecondWithdrawalAsTheFirst() {
        String id = consent();
        String page = find(Messages.ANNA) + "/" + id;
        String token = Browser.token(officer.get(page + "/withdrawal"));
        HttpResponse<String> first = officer.submit(page + "/withdrawal", page + "/withdrawal", YES);
        String shown = officer.get(page + "?ended").body();

        HttpResponse<String> second = officer.submit("/console/ground", page + "/withdrawal", YES);

        assertThat(token).isNotEmpty();
        assertThat(second.statusCode()).isEqualTo(first.statusCode());
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(comparable(officer.get(page + "?ended").body())).isEqualTo(comparable(shown));
        assertThat(entries("CONSENT", id)).hasSize(2);
    }

    @Test
    void tellsTheSecondOfficerWhatTheFirstDid() {
        String id = consent();
        String page = find(Messages.ANNA) + "/" + id;
        OfficerAtWork colleague = OfficerAtWork.on("COMPLAINT");
        String theirs = find(colleague, Messages.ANNA) + "/" + id;
        officer.submit(page + "/withdrawal", page + "/withdrawal", YES);
        calledOtherwise(id, "fg-van-de-andere-dienst");

        String after = colleague.leads("/console/ground", theirs + "/withdrawal", YES);

        assertThat(colleague.get(after).body())
                .contains("Deze toestemming was al beëindigd", "Ingetrokken", "fg-van-de-andere-dienst")
                .contains("Er is door u niets veranderd.");
        assertThat(colleague.leads("/console/ground", theirs + "/withdrawal", YES))
                .isEqualTo(after);
        assertThat(entries("CONSENT", id)).hasSize(2);
    }

    @Test
    void tellsWhoCameAfterASystem() {
        String id = consent();
        String page = find(Messages.ANNA) + "/" + id;
        Registers.withdraw("gemeente-wmo", id);

        assertThat(officer.get(page + "/withdrawal").statusCode()).isEqualTo(302);
        assertThat(officer.get(page + "?ended").body()).contains("al beëindigd", "Gemeente Voorbeeld, Wmo");
    }

    @ParameterizedTest
    @CsvSource({"'',BRIEF-7,by", "NOBODY,BRIEF-7,by", "SELF,999993653,evidence", "SELF,<script>,evidence"})
    void changesNothingForAFormThatIsNotRight(String by, String evidence, String field) {
        String id = consent();
        String page = find(Messages.ANNA) + "/" + id;

        HttpResponse<String> answer =
                officer.submit(page + "/withdrawal", page + "/withdrawal", Map.of("by", by, "evidence", evidence));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("id=\"" + field + "-error\"").doesNotContain("<script>");
        assertThat(municipality.get("/v1/consents/" + id).send().at("/state")).isEqualTo("GIVEN");
    }

    @Test
    void printsTheWordsToAskWith() {
        String id = request("identity", "support");
        String page = find(Messages.ANNA) + "/" + id;

        assertThat(officer.get(page).body()).contains(page + "/request");
        assertThat(officer.get(page + "/request").body())
                .contains("Mogen wij dit over u delen?", "U mag nee zeggen", "Handtekening")
                .contains("Gemeente Voorbeeld, Wmo", "welzijn", TASK)
                .doesNotContain(Messages.ANNA, Messages.FAMILY, OfficerAtWork.ID);
    }

    @Test
    void namesAllThatGoesAlongOnThePaperToAskWithAndOnTheReceipt() {
        String along = "Dit kan meegaan, zodat duidelijk is om wie en om welke zaak het gaat: naam.";
        String few = find(Messages.ANNA) + "/" + request("support.need");
        String all = find(Messages.ANNA) + "/" + request("identity", "support.need");
        String given = find(Messages.ANNA) + "/"
                + Registers.consentBy(
                        "gemeente-wmo",
                        Registers.consent(Messages.ANNA, "WELFARE_REFERRAL", "00000099000000002700", "support.need"));

        assertThat(officer.get(few + "/request").body()).contains("hulpvraag", along);
        assertThat(officer.get(all + "/request").body())
                .contains("hulpvraag", "<li>naam</li>")
                .doesNotContain("Dit kan meegaan");
        assertThat(officer.get(given + "/receipt").body()).contains("hulpvraag", along);
    }

    /** A paper that proves consent before there is any would be held against who did not answer yet. */
    @Test
    void givesNoReceiptOfWhatIsOnlyAskedAndSaysUntilWhenItIs() {
        String page = find(Messages.ANNA) + "/" + request("support.need");

        assertThat(officer.get(page).body()).contains("Antwoord uiterlijk op ").doesNotContain(page + "/receipt");
        assertThat(officer.get(page + "/request").body()).contains("Antwoord uiterlijk op ");
        assertThat(officer.get(page + "/receipt").statusCode()).isEqualTo(302);
    }

    @Test
    void callsThePaperOfAConsentThatIsOverNoProofOfConsent() {
        String id = consent();
        String page = find(Messages.ANNA) + "/" + id;
        Registers.withdraw("gemeente-wmo", id);

        assertThat(officer.get(page).body())
                .contains(page + "/receipt", "Wat is vastgelegd, voor de inwoner")
                .doesNotContain("Bewijs voor de inwoner");
        assertThat(officer.get(page + "/receipt").body())
                .contains("Wat over deze vraag is vastgelegd", "Vanaf dat moment wordt hiermee niets meer gedeeld")
                .doesNotContain("Bewijs van toestemming", "U kunt altijd stoppen", "Antwoord uiterlijk op ");
    }

    @Test
    void offersThePaperToAskWithOnlyUntilThereIsAnAnswer() {
        String given = consent();
        String page = find(Messages.ANNA) + "/" + given;

        assertThat(officer.get(page).body()).doesNotContain(page + "/request").contains(page + "/receipt");
        HttpResponse<String> late = officer.get(page + "/request");
        assertThat(late.statusCode()).isEqualTo(302);
        assertThat(late.headers().firstValue("Location").orElseThrow()).endsWith(page);

        Registers.withdraw("gemeente-wmo", given);

        assertThat(officer.get(page).body()).doesNotContain(page + "/request");
        assertThat(officer.get(page + "/request").statusCode()).isEqualTo(302);
    }

    @Test
    void givesTheReceiptAsAPageAndAsAFile() {
        String id = consent();
        String page = find(Messages.ANNA) + "/" + id;

        assertThat(officer.get(page + "/receipt").body())
                .contains(TASK, "Bewijs van toestemming", "U kunt altijd stoppen", id + "/1", "ISO/IEC TS 27560:2023")
                .doesNotContain(OfficerAtWork.ID);
        for (String file : List.of("receipt", "record")) {
            HttpResponse<String> json = officer.get(page + "/" + file + ".json");
            assertThat(json.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
            assertThat(json.headers().firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"consent-%s-%s.json\"".formatted(file, id));
            assertThat(json.headers().firstValue("Cache-Control")).contains("no-store");
            Reply api = municipality.get("/v1/consents/" + id + "/" + file).send();
            assertThat(Message.of(json.body()).json()).isEqualTo(api.json());
        }
    }

    @Test
    void writesEachLookDownBeforeItIsAnswered() {
        String id = consent();
        int before = lookups();
        String list = find(Messages.ANNA);

        assertThat(lookups()).isEqualTo(before);
        officer.get(list);
        officer.get(list + "/" + id);
        officer.get(list + "/" + id + "/receipt");

        assertThat(lookups()).isEqualTo(before + 3);
        assertThat(lastLookup())
                .contains("COMPLAINT", "INZAGE-2026-014", OfficerAtWork.ID, "/console/consent/{ask}/{id}/receipt");
    }

    @Test
    void findsNothingOfSomebodyElse() {
        String id = consent();
        String other = find("111222333");

        assertThat(officer.get(other).body()).contains("Over deze persoon is hier niets te zien");
        HttpResponse<String> theirs = officer.get(other + "/" + id);
        HttpResponse<String> nobodys = officer.get(other + "/" + UUID.randomUUID());
        assertThat(theirs.statusCode()).isEqualTo(404);
        assertThat(theirs.body()).isEqualTo(nobodys.body());
        assertThat(officer.submit("/console/ground", other + "/" + id + "/withdrawal", YES)
                        .statusCode())
                .isEqualTo(404);
        assertThat(municipality.get("/v1/consents/" + id).send().at("/state")).isEqualTo("GIVEN");
    }

    @Test
    void givesAnotherSessionNothingAtTheSameAddress() {
        consent();
        String list = find(Messages.ANNA);

        HttpResponse<String> answer = OfficerAtWork.on("COMPLAINT").get(list);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(PATH + "?expired");
    }

    @Test
    void findsAQuestionOfThisPageOnNoOther() {
        String elsewhere = find(Messages.ANNA).replace(PATH, "/console/report") + "/1";

        HttpResponse<String> answer = officer.get(elsewhere);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/console/report?expired");
    }

    @Test
    void forgetsTheOldestOfManyQuestions() {
        String first = find(Messages.ANNA);
        for (int i = 1; i < KeptQuestion.MOST; i++) {
            find(Messages.ANNA);
        }
        assertThat(officer.get(first).statusCode()).isEqualTo(200);

        find(Messages.ANNA);

        assertThat(officer.get(first).statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789", "12345678", "abc"})
    void saysBesideTheFieldThatThisIsNoBsnAndKeepsWhatWasTyped(String typed) {
        HttpResponse<String> answer = officer.submit(PATH, PATH, Map.of("bsn", typed, "postcode", "1234 AB"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("id=\"bsn-error\"", "aria-describedby=\"bsn-hint bsn-error\"", "Dit is geen BSN")
                .contains("value=\"1234 AB\"")
                .doesNotContain("<script>alert");
        assertThat(answer.body().split(typed, -1)).hasSize(2);
    }

    @Test
    void showsHarmlesslyWhatIsNoNumberAtAll() {
        HttpResponse<String> answer = officer.submit(PATH, PATH, Map.of("bsn", "\"><script>alert(1)</script>"));

        assertThat(answer.body()).contains("id=\"bsn-error\"", "&lt;script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void asksForAReasonBeforeAPerson() {
        Browser unstated = Browser.opened().as("privacy-officer");

        assertThat(unstated.get(PATH).body())
                .contains("/console/ground?to=/console/consent")
                .doesNotContain("bsn");
        HttpResponse<String> answer =
                unstated.post(PATH, Map.of("_csrf", Browser.token(unstated.get(PATH)), "bsn", Messages.ANNA));
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/console/ground");
    }

    @Test
    void showsAHostileNameHarmlessly() {
        consent();
        String name = called("<script>alert(1)</script>\u202e=cmd|' /C calc'!A0");
        try {
            String list = find(Messages.ANNA);
            assertThat(officer.get(list).body())
                    .contains("<bdi>&lt;script&gt;alert(1)&lt;/script&gt;=cmd")
                    .doesNotContain("<script>alert", "\u202e");
        } finally {
            called(name);
        }
    }

    @Test
    void leavesNoNumberOfAPersonBehind() {
        String id = consent();
        String asked = request("support.need");
        String list = find(Messages.ANNA);

        for (String path :
                List.of("", "/" + id, "/" + id + "/withdrawal", "/" + asked + "/request", "/" + id + "/receipt")) {
            HttpResponse<String> page = officer.get(list + path);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(page.body()).doesNotContain(Messages.ANNA);
        }
        assertThat(list).doesNotContain(Messages.ANNA);
        assertThat(Captured.LINES).noneMatch(line -> line.contains(Messages.ANNA));
    }

    private String find(String bsn) {
        return find(officer, bsn);
    }

    private static String find(OfficerAtWork officer, String bsn) {
        return officer.leads(PATH, PATH, Map.of("bsn", bsn));
    }

    private static String consent() {
        return Registers.consentBy(
                "gemeente-wmo",
                Registers.consent(Messages.ANNA, "WELFARE_REFERRAL", "00000099000000002700", "identity", "support"));
    }

    private static String request(String... categories) {
        return Registers.consentBy(
                "gemeente-wmo",
                Registers.asked(
                        Registers.consent(Messages.ANNA, "WELFARE_REFERRAL", "00000099000000002700", categories)));
    }

    private static String comparable(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    /** As if another officer had done the last step: the demo has one account for each role. */
    private static void calledOtherwise(String consent, String officer) {
        Tables.asOwner()
                .sql("update consent_event set detail = jsonb_set(detail, '{officer}', to_jsonb(?::text))"
                        + " where consent_id = ? and state = 'WITHDRAWN'")
                .params(officer, UUID.fromString(consent))
                .update();
    }

    /** Calls the receiver of the examples otherwise; gives what it was called. */
    private static String called(String name) {
        String before = Tables.asOwner()
                .sql("select name from party where oin = '00000099000000002700'")
                .query(String.class)
                .single();
        Tables.asOwner()
                .sql("update party set name = ? where oin = '00000099000000002700'")
                .param(name)
                .update();
        return before;
    }

    private static List<String> entries(String kind, String consent) {
        return Entries.of(kind).stream()
                .filter(entry -> entry.contains(consent))
                .toList();
    }

    private static int lookups() {
        return Entries.of("LOOKUP").size();
    }

    private static String lastLookup() {
        List<String> all = Entries.of("LOOKUP");
        return all.get(all.size() - 1);
    }
}
