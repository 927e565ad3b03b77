package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a report held back from a resident is checked by somebody else than who gave it. */
class HeldBackPageTest {

    private static final String LIST = "/console/review/reports";
    private static final AtomicInteger HOUSES = new AtomicInteger(7000);

    private final Browser officer = Browser.opened().as("privacy-officer");
    private final String house = Integer.toString(HOUSES.incrementAndGet());
    private final String reference = "OVERZICHT-" + house;
    private String hidden;

    @BeforeEach
    void giveAReportThatHoldsSomethingBack() {
        Tables.forgetRegisters();
        HiddenResident resident = new HiddenResident(house);
        hidden = resident.isReported();
        resident.isGivenAReport(reference);
        Tables.asOwner();
        state(officer, "SUPERVISION");
    }

    @Test
    void listsTheReportAndCountsItToday() {
        assertThat(officer.get(LIST).body()).contains(reference, "Berichten die vertrouwelijk zijn");
        assertThat(officer.get("/console/today").body())
                .contains("Overzichten waarin iets voor de inwoner is achtergehouden", "href=\"" + LIST + "\"");
    }

    @Test
    void showsNothingOnAnotherGround() {
        String item = item();
        state(officer, "AUDIT");

        assertThat(officer.get(LIST).body())
                .contains("Deze lijst is vertrouwelijk")
                .doesNotContain(reference);
        assertThat(officer.get(item).statusCode()).isEqualTo(404);
    }

    @Test
    void tellsWhatWasHeldBackAndWhy() {
        assertThat(officer.get(item()).body())
                .contains(hidden, "Veilig Thuis", "AVG art. 15 lid 4", "Nog niemand heeft dit beoordeeld")
                .doesNotContain(Messages.FAMILY, Messages.GIVEN, Messages.STORY, house + "\"");
    }

    /** Else nobody could say afterwards whose confidential messages were read. */
    @Test
    void writesDownWhichTransfersWereRead() {
        String item = item();
        int before = Tables.entries(hidden, "LOOKUP");

        officer.get(item);
        int read = Tables.entries(hidden, "LOOKUP");
        judge(officer, item, "", "FG-9", "", "0");

        assertThat(read).isEqualTo(before + 1);
        assertThat(Tables.entries(hidden, "LOOKUP"))
                .as("the page of the judge, and its answer")
                .isEqualTo(read + 2);
    }

    @Test
    void tellsOfAMessageThatDidNotArriveThatItDidNot() {
        String item = item();
        assertThat(officer.get(item).body()).contains("deelde gegevens").doesNotContain("Dit is niet aangekomen");

        Tables.lapse(hidden);

        assertThat(officer.get(item).body())
                .contains("Dit is niet aangekomen: de ontvanger haalde het bericht niet op tijd op.")
                .doesNotContain("deelde gegevens", "Dit ging mee");
    }

    @Test
    void opensATransferToTheResidentByAVerdict() {
        String item = item();

        HttpResponse<String> answer = judge(officer, item, "NO_LONGER_NEEDED", "FG-9", hidden, "0");
        Tables.asOwner();

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(officer.get(item).body()).contains("Voortaan te zien", "FG-9");
    }

    @Test
    void keepsEverythingClosedWithoutNamingIt() {
        String item = item();

        assertThat(judge(officer, item, "PROTECTS_SOMEBODY", "FG-9", "", "0").statusCode())
                .isEqualTo(302);
        Tables.asOwner();
        assertThat(officer.get(item).body()).contains("Blijft achtergehouden");
    }

    @Test
    void namesTheSystemThatJudgedWhereNoOfficerDid() {
        String item = item();
        Message uphold = Message.of(
                "{\"verdict\":\"UPHOLD\",\"reason\":\"PROTECTS_SOMEBODY\",\"reference\":\"FG-9\",\"transfers\":[\"%s\"]}"
                        .formatted(hidden));

        Reply reply = Client.of("gemeente-jeugd")
                .post("/v1/report-reviews" + item.substring(LIST.length()) + "/verdict", uphold)
                .send();
        Tables.asOwner();

        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(officer.get(item).body()).contains("<bdi>Gemeente Voorbeeld, Jeugd</bdi>");
    }

    @Test
    void tellsTheSecondOfficerThatThereWasAFirst() {
        String item = item();

        judge(officer, item, "PROTECTS_SOMEBODY", "FG-EEN", "", "0");
        HttpResponse<String> answer = judge(officer, item, "NO_LONGER_NEEDED", "FG-TWEE", hidden, "0");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Een collega was u voor", "value=\"FG-TWEE\"")
                .containsPattern("value=\"" + hidden + "\"[^>]*checked");
        assertThat(officer.get(item + "?kept&lang=en").body())
                .contains("A colleague was before you", "value=\"FG-TWEE\"", "name=\"seen\" value=\"1\"");
    }

    @ParameterizedTest
    @CsvSource({
        "NEVER_NEEDED, FG-1, '', transfers-error",
        "'', FG-1, '', reason-error",
        "PROTECTS_SOMEBODY, 999993653, '', reference-error",
        "PROTECTS_SOMEBODY, '<b>\u202E', '', reference-error"
    })
    void saysBesideTheFieldWhatIsWrong(String reason, String typed, String transfer, String error) {
        HttpResponse<String> answer = judge(officer, item(), reason, typed, transfer, "0");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("id=\"" + error + "\"").doesNotContain("<b>\u202E");
    }

    private String item() {
        Matcher row = Pattern.compile("href=\"(" + LIST + "/[^\"]+)\"(?:(?!</tr>).)*" + reference, Pattern.DOTALL)
                .matcher(officer.get(LIST).body());
        assertThat(row.find()).isTrue();
        return row.group(1);
    }

    private static HttpResponse<String> judge(
            Browser browser, String item, String reason, String reference, String transfer, String seen) {
        Map<String, String> form = new HashMap<>();
        form.put("_csrf", Browser.token(browser.get(item)));
        form.put("reason", reason);
        form.put("reference", reference);
        form.put("seen", seen);
        if (!transfer.isEmpty()) {
            form.put("transfers", transfer);
        }
        return browser.post(item, form);
    }

    private static void state(Browser browser, String ground) {
        String token = Browser.token(browser.get("/console/ground"));
        browser.post(
                "/console/ground",
                Map.of("_csrf", token, "ground", ground, "reference", "FG-2026-3", "to", "/console"));
    }
}
