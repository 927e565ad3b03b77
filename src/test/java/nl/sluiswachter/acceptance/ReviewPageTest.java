package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.Party;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What went because a life was in danger, or with secrecy set aside, is looked at by a person. */
class ReviewPageTest {

    private static final String LIST = "/console/review";

    private final Client provider = Client.of("wmo-aanbieder");
    private final Client gp = Client.of("huisarts");
    private final Browser officer = Browser.opened().as("privacy-officer");

    @BeforeEach
    void nothingElseIsDue() {
        Tables.empty("task");
        state(officer);
    }

    @Test
    void listsWhatWentForAVitalInterestAndOnAWeighingAndNothingElse() {
        String alert = provider.transfer(alert()).transferId();
        String concern = permitted(gp.transfer(concern().with("/circumstances/weighing", weighing())));
        String school = permitted(Client.of("school").transfer(schoolConcern()));
        provider.dryRun(alert());
        provider.transfer(alert().without("/circumstances/weighing"));

        assertThat(officer.get(LIST).body()).contains(alert).doesNotContain(concern);
        state(officer, "SUPERVISION");
        String page = officer.get(LIST).body();

        assertThat(page)
                .contains(LIST + "/" + alert, LIST + "/" + concern)
                .contains("Toegestaan omdat iemand in levensgevaar was", "Geheim opzijgezet na een afweging")
                .doesNotContain(school);
        assertThat(page.indexOf(alert)).as("what has a term comes first").isLessThan(page.indexOf(concern));
        assertThat(page.split("href=\"" + LIST + "/[0-9a-f]{8}-", -1)).hasSize(3);
    }

    @Test
    void tellsTheStoryTheArticleAndThatTheInterestsWereWeighed() {
        String id = provider.transfer(alert()).transferId();

        String page = officer.get(LIST + "/" + id).body();

        assertThat(page)
                .contains("UAVG art. 22 lid 2 onder b", "Wat er is gebeurd", "Noodmelding bij levensgevaar")
                .contains("De verzender heeft verklaard dat er is afgewogen")
                .contains("Nog niemand heeft dit beoordeeld")
                .doesNotContain(Messages.FAMILY, Messages.GIVEN, Messages.STORY, Messages.ANNA);
    }

    @Test
    void tellsOfAMessageThatDidNotArriveThatItDidNot() {
        String id = provider.transfer(alert()).transferId();
        Tables.lapse(id);

        assertThat(officer.get(LIST + "/" + id).body())
                .contains("Dit is niet aangekomen: de ontvanger haalde het bericht niet op tijd op.")
                .contains("wilde gegevens delen met")
                .doesNotContain("deelde gegevens", "Dit ging mee", "Gedeeld op", "Gedeeld omdat");
    }

    @Test
    void writesDownWhoLookedBeforeItShowsAnything() {
        String id = provider.transfer(alert()).transferId();
        int before = Tables.entries(id, "LOOKUP");

        officer.get(LIST + "/" + id);

        assertThat(Tables.entries(id, "LOOKUP")).isEqualTo(before + 1);
    }

    @Test
    void asksFirstWhyTheOfficerLooks() {
        String id = provider.transfer(alert()).transferId();

        HttpResponse<String> answer = Browser.opened().as("privacy-officer").get(LIST + "/" + id);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/console/ground?to=");
        assertThat(Tables.entries(id, "LOOKUP")).isZero();
    }

    @Test
    void keepsAVerdictInTheLogAndTheTransferAsItWas() {
        String id = provider.transfer(alert()).transferId();

        HttpResponse<String> answer = judge(officer, id, "NECESSARY", "FG-2026-7", "0");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(LIST + "/" + id + "?saved=true");
        assertThat(Tables.entries(id, "REVIEW_VERDICT")).isOne();
        assertThat(Tables.entries(id, "DECISION")).isOne();
        assertThat(officer.get(LIST + "/" + id).body()).contains("FG-2026-7", "er is niet te veel gedeeld");
        assertThat(officer.get(LIST).body()).doesNotContain(id);
        assertThat(officer.get(LIST + "?done=true").body()).contains(id);
    }

    @Test
    void tellsTheSecondOfficerWhatTheFirstDidAndKeepsTheForm() {
        String id = provider.transfer(alert()).transferId();
        Browser second = Browser.opened().as("privacy-officer");
        state(second);
        second.get(LIST + "/" + id);

        judge(officer, id, "NECESSARY", "FG-EEN", "0");
        HttpResponse<String> answer = judge(second, id, "TOO_MUCH", "FG-TWEE", "0");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Een collega was u voor", "FG-EEN", "value=\"FG-TWEE\"", "name=\"seen\" value=\"1\"")
                .containsPattern("value=\"TOO_MUCH\"[^>]*checked");
        assertThat(Tables.entries(id, "REVIEW_VERDICT")).isOne();
        assertThat(second.get(LIST + "/" + id + "?kept&lang=en").body())
                .contains("A colleague was before you", "value=\"FG-TWEE\"", "name=\"seen\" value=\"1\"");
        assertThat(second.get(LIST + "/" + id).body()).doesNotContain("A colleague was before you");

        judge(second, id, "TOO_MUCH", "FG-TWEE", "1");
        assertThat(Tables.entries(id, "REVIEW_VERDICT")).isEqualTo(2);
    }

    @Test
    void listsTheVerdictThatCounts() {
        String id = provider.transfer(alert()).transferId();
        assertThat(officer.get(LIST).body()).contains(id).doesNotContain(">Oordeel</th>");

        judge(officer, id, "NECESSARY", "FG-EEN", "0");
        assertThat(officer.get(LIST + "?done=true").body()).contains(">Oordeel</th>", ">Terecht</td>");
        judge(officer, id, "TOO_MUCH", "FG-TWEE", "1");
        assertThat(officer.get(LIST + "?done=true").body())
                .contains(">Niet terecht</td>")
                .doesNotContain(">Terecht</td>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"set_byte(entry, 0, 88)", "'\\x01030000'"})
    void saysThatAVerdictIsDamagedAndRaisesAnAlarmWithItsPlace(String damage) {
        String id = provider.transfer(alert()).transferId();
        judge(officer, id, "NECESSARY", "FG-1", "0");
        Awaitility.await().until(() -> placed(id) == 1);
        Damage damaged = Damage.to(
                "kind = 'REVIEW_VERDICT' and transfer_id = '" + id + "'",
                "update transfer_log set entry = " + damage + " where #");
        try {
            assertThat(officer.get(LIST + "/" + id).statusCode()).isEqualTo(500);
            assertThat(damaged.alarms()).isOne();
        } finally {
            damaged.repair();
        }
        assertThat(officer.get(LIST + "/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void listsWhatWasJudgedAlsoWhereAVerdictIsDamaged() {
        String id = provider.transfer(alert()).transferId();
        judge(officer, id, "NECESSARY", "FG-1", "0");
        Awaitility.await().until(() -> placed(id) == 1);
        Damage damaged = Damage.to("kind = 'REVIEW_VERDICT' and transfer_id = '" + id + "'");
        try {
            assertThat(officer.get(LIST + "?done=true").body())
                    .containsPattern(LIST + "/" + id + "(?:(?!</tr>)[\\s\\S])*href=\"/console/log\">"
                            + "Deze aantekening is beschadigd: controleer het logboek</a></td>")
                    .doesNotContain("??");
            assertThat(damaged.alarms()).isOne();
        } finally {
            damaged.repair();
        }
        assertThat(officer.get(LIST + "/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void believesNoVerdictThatWasChangedWithTheHashBesideIt() {
        String id = provider.transfer(alert()).transferId();
        judge(officer, id, "NECESSARY", "FG-1", "0");
        Damage damaged = Damage.saying("kind = 'REVIEW_VERDICT' and transfer_id = '" + id + "'", "FG-1", "FG-2");
        try {
            assertThat(officer.get(LIST + "?done=true").body()).contains("Deze aantekening is beschadigd");
            assertThat(officer.get(LIST + "/" + id).statusCode()).isEqualTo(500);
            assertThat(damaged.alarms()).isOne();
        } finally {
            damaged.repair();
        }
    }

    /** By somebody who has the database and no key; an alarm tells of it, once a minute. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON",
                "{\"detail\":{\"verdict\":\"PERHAPS\"},\"transferId\":\"#\"}",
                "{\"detail\":{\"officer\":\"x\",\"reason\":\"TOO_MUCH\",\"reference\":\"FALS-1\",\"verdict\":\"NOT_RIGHT\"},"
                        + "\"recordedAt\":\"2099-01-01T00:00:00Z\",\"transferId\":\"#\"}"
            })
    void passesOverAVerdictThatWaitsAndThatNoGatewayWrote(String entry) {
        String id = provider.transfer(alert()).transferId();
        judge(officer, id, "NECESSARY", "FG-1", "0");
        Awaitility.await().until(() -> placed(id) == 1);
        Tables.asSuperuser()
                .sql(
                        """
                        insert into log_pending (entry_id, recorded_at, kind, transfer_id, entry, entry_hash, subjects, mark)
                        select gen_random_uuid(), '2099-01-01Z', 'REVIEW_VERDICT', :id, e, sha256(e), '{}', sha256('mark')
                          from convert_to(:entry, 'UTF8') e
                        """)
                .param("id", UUID.fromString(id))
                .param("entry", entry.replace("#", id))
                .update();
        try {
            assertThat(officer.get(LIST + "?done=true").body()).contains(id, ">Terecht</td>");
            assertThat(officer.get(LIST + "/" + id).body()).contains("FG-1").doesNotContain("FALS-1");
        } finally {
            Tables.asSuperuser()
                    .sql("delete from log_pending where transfer_id = ?")
                    .param(UUID.fromString(id))
                    .update();
            Tables.asSuperuser()
                    .sql("delete from log_alarm where finding = 'EVENT_FORGED'")
                    .update();
        }
    }

    private static int placed(String id) {
        return Tables.asSuperuser()
                .sql("select count(*) from transfer_log where kind = 'REVIEW_VERDICT' and transfer_id = ?")
                .param(UUID.fromString(id))
                .query(Integer.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'', FG-1, reason-error, FG-1",
                "BECAUSE, FG-1, reason-error, FG-1",
                "NECESSARY, '', reference-error, NECESSARY",
                "NECESSARY, 999993653, reference-error, NECESSARY",
                "NECESSARY, '\"><script>alert(1)</script>\u202E', reference-error, NECESSARY"
            })
    void saysBesideTheFieldWhatIsWrongAndKeepsTheRest(String reason, String reference, String error, String kept) {
        String id = provider.transfer(alert()).transferId();

        HttpResponse<String> answer = judge(officer, id, reason, reference, "0");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("id=\"" + error + "\"", "aria-describedby", "value=\"" + kept + "\"")
                .doesNotContain("<script>alert", "Een collega was u voor");
        assertThat(Tables.entries(id, "REVIEW_VERDICT")).isZero();
    }

    @Test
    void showsAHostileNameHarmlessly() {
        Parties parties = RunningGateway.shared().bean(Parties.class);
        Party before = parties.find(new Oin("00000099000000002000")).orElseThrow();
        parties.save(named(before, "<img src=x onerror=alert(1)>\u202E=cmd|' \uD83D\uDE00"));
        try {
            String id = provider.transfer(alert()).transferId();

            assertThat(officer.get(LIST).body()).contains("&lt;img src=x").doesNotContain("<img");
            assertThat(officer.get(LIST + "/" + id).body())
                    .contains("&lt;img src=x")
                    .doesNotContain("<img");
        } finally {
            parties.save(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "0199f3c2-7a10-7c3e-9f00-5b1d2c3e4f50", "%3Cscript%3E", "0-0-0-0-0"})
    void knowsNoOtherReview(String id) {
        HttpResponse<String> answer = officer.get(LIST + "/" + id);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Deze pagina is er niet").doesNotContain("<script>");
    }

    @Test
    void hidesAConfidentialTransferUnlessTheGroundOpensIt() {
        String id = confidential();
        String secret = officer.get(LIST + "/" + id).body();
        String unknown = officer.get(LIST + "/" + UUID.randomUUID()).body();
        assertThat(officer.get(LIST).body()).doesNotContain(id);
        assertThat(officer.get(LIST + "/" + id).statusCode()).isEqualTo(404);
        assertThat(secret.replace(id, "")).hasSameSizeAs(unknown.replaceAll("[0-9a-f-]{36}", ""));

        state(officer, "SUPERVISION");

        assertThat(officer.get(LIST).body()).contains(id);
        assertThat(officer.get(LIST + "/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void writesDownThatTheListWasLookedAt() {
        int before = looks();

        officer.get(LIST);

        assertThat(looks()).isEqualTo(before + 1);
    }

    @Test
    void showsNoListToWhomeverSaysNotWhy() {
        Browser another = Browser.opened().as("privacy-officer");

        assertThat(another.get(LIST).headers().firstValue("Location").orElseThrow())
                .contains("/console/ground");
    }

    @Test
    void writesDownWhoLookedForAReviewThatIsHidden() {
        String id = confidential();

        officer.get(LIST + "/" + id);

        assertThat(Tables.entries(id, "LOOKUP")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "true"})
    void turnsNoPageAtATransferThatIsHidden(String done) {
        String id = confidential();
        String shown = provider.transfer(alert()).transferId();
        Tables.asOwner()
                .sql("update task set verdicts = ?, recorded_at = recorded_at + make_interval(days => ?), due = due + ?"
                        + " where transfer_id = ?")
                .params(
                        done.equals("true") ? 1 : 0,
                        done.equals("true") ? 1 : 0,
                        done.equals("true") ? 0 : -1,
                        UUID.fromString(id))
                .update();
        Tables.asOwner()
                .sql("update task set verdicts = ? where transfer_id = ?")
                .params(done.equals("true") ? 1 : 0, UUID.fromString(shown))
                .update();
        String page = LIST + "?done=" + done;

        assertThat(officer.get(page).body()).contains(shown).doesNotContain(id);
        assertThat(rows(officer.get(page + "&after=" + id).body()))
                .isEqualTo(
                        rows(officer.get(page + "&after=" + UUID.randomUUID()).body()))
                .isZero();
    }

    private static int looks() {
        return Tables.asOwner()
                .sql("select count(*) from transfer_log where kind = 'LOOKUP' and entry is not null")
                .query(Integer.class)
                .single();
    }

    @Test
    void turnsThePageAtTheSamePlace() {
        for (int i = 0; i < 3; i++) {
            provider.transfer(alert());
        }
        copies(40);

        String first = officer.get(LIST).body();
        String next =
                first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
        String second = officer.get(next).body();

        assertThat(rows(first)).isEqualTo(25);
        assertThat(rows(second)).isEqualTo(18);
        assertThat(second).doesNotContain("rel=\"next\"");
    }

    /** A review of a transfer of a confidential type between others. */
    private String confidential() {
        String id = provider.transfer(alert()).transferId();
        Tables.asOwner()
                .sql("update task set exchange_type = 'VT_INFO_RESPONSE' where transfer_id = ?")
                .param(UUID.fromString(id))
                .update();
        return id;
    }

    private static void copies(int number) {
        Tables.asOwner()
                .sql(
                        """
                        insert into task (transfer_id, code, review, exchange_type, sender, receiver, recorded_at, due)
                        select gen_random_uuid(), 'HUMAN_REVIEW', true, exchange_type, sender, receiver, recorded_at, due
                          from (select * from task where code = 'HUMAN_REVIEW' limit 1) one, generate_series(1, ?)
                        """)
                .param(number)
                .update();
    }

    private static int rows(String page) {
        return page.split("href=\"" + LIST + "/[0-9a-f]{8}-", -1).length - 1;
    }

    private static Party named(Party party, String name) {
        return new Party(
                party.oin(), name, party.side(), party.status(), party.capacities(), party.keys(), party.push());
    }

    private static HttpResponse<String> judge(
            Browser browser, String id, String reason, String reference, String seen) {
        Map<String, String> form = new HashMap<>();
        form.put("_csrf", Browser.token(browser.get(LIST + "/" + id)));
        form.put("reason", reason);
        form.put("reference", reference);
        form.put("seen", seen);
        return browser.post(LIST + "/" + id, form);
    }

    private static void state(Browser browser) {
        state(browser, "AUDIT");
    }

    private static void state(Browser browser, String ground) {
        String token = Browser.token(browser.get("/console/ground"));
        browser.post(
                "/console/ground",
                Map.of("_csrf", token, "ground", ground, "reference", "FG-2026-3", "to", "/console"));
    }

    private static String permitted(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(202);
        return reply.transferId();
    }

    private static String weighing() {
        return "{\"considered\":true,\"text\":\"%s\"}".formatted(Messages.STORY);
    }

    private static Message alert() {
        return Messages.alert();
    }

    private static Message concern() {
        return Messages.concern("HUISARTS").text("/persons/0/origin", "ZVW");
    }

    private static Message schoolConcern() {
        return Messages.concern("SCHOOL").text("/persons/0/origin", "SCHOOL");
    }
}
