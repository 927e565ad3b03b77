package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import nl.sluiswachter.support.AddedUp;
import nl.sluiswachter.support.Statements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures and the register of processing, after real traffic. */
class FiguresPageTest {

    private static final YearMonth MONTH = YearMonth.now(ZoneOffset.UTC);
    private static final String PROVIDER = "00000099000000002000";

    private final Client municipality = Client.of("gemeente-wmo");
    private final Browser officer = Browser.opened().as("operator");

    @Test
    void countsWhatWasRefusedByItsReasonWithAWayOut() {
        Tables.forgetRegisters();
        municipality.transfer(Messages.referral());
        Tables.countFigures();

        String page = page("&type=WELFARE_REFERRAL");
        assertThat(page).contains("CONSENT_", "Waarom geweigerd", "<ul class=\"govuk-list\"><li>");
        assertThat(lines("&type=WELFARE_REFERRAL"))
                .filteredOn(cells -> !cells.get(10).isEmpty())
                .isNotEmpty()
                .allSatisfy(cells -> assertThat(cells.get(11)).contains(" ").endsWith("."));
        assertThat(Browser.inEnglish()
                        .as("operator")
                        .get("/console/figures/figures.csv")
                        .body())
                .startsWith("\uFEFF\"Month\",\"");
    }

    @Test
    void countsHowSoonAReceiverAnswered() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
        Tables.countFigures();
        long answered = sum(12, "WMO_ALLOCATION");
        Reply sent = municipality.transfer(Messages.allocation());
        Client provider = Client.of("wmo-aanbieder");
        provider.get("/v1/inbox/" + sent.transferId()).send();
        Reply answer = provider.post(
                        "/v1/inbox/" + sent.transferId() + "/acknowledgement", Message.of("{\"status\":\"ACCEPTED\"}"))
                .send();
        assertThat(answer.status()).isEqualTo(200);
        municipality.transfer(Messages.allocation());
        Tables.countFigures();

        assertThat(sum(12, "WMO_ALLOCATION")).isEqualTo(answered + 1);
        assertThat(lines("&type=WMO_ALLOCATION"))
                .anyMatch(
                        cells -> cells.get(7).equals(PROVIDER) && cells.get(13).equals("binnen een minuut"));
        assertThat(page("&type=WMO_ALLOCATION"))
                .contains(">binnen een minuut<", ">na een minuut, binnen een uur<", "nog niet, of nooit");
    }

    @Test
    void saysHowMuchOfAllThatWasSharedWasAnsweredWithinADay() {
        Tables.countFigures();
        YearMonth old = MONTH.minusMonths(22);
        Object[] pair = {old.atDay(1), PROVIDER, "00000099000000001000"};
        Tables.asOwner()
                .sql("insert into log_figures values (?, 'WMO_PROVIDER_REPORT', ?, ?, 'PERMIT', '', 8)")
                .params(pair)
                .update();
        AddedUp.figures(Tables.asOwner());
        Tables.asOwner()
                .sql(
                        "insert into log_acknowledged values (?, 'WMO_PROVIDER_REPORT', ?, ?, 'DAY', 2), (?, 'WMO_PROVIDER_REPORT', ?, ?, 'WEEK', 3)")
                .params(pair[0], pair[1], pair[2], pair[0], pair[1], pair[2])
                .update();

        String page = officer.get("/console/figures?from=%s&until=%s".formatted(old, old))
                .body();
        assertThat(page).contains("<dd>8</dd>", "<dd>5</dd>", "<dd>2</dd>", ">25%<");
        for (String table : List.of("log_figures", "log_acknowledged")) {
            Tables.asOwner()
                    .sql("delete from " + table + " where month = ?")
                    .param(old.atDay(1))
                    .update();
        }
        AddedUp.figures(Tables.asOwner());
    }

    @Test
    void countsWhatPermitsLeftToBeDone() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
        Tables.countFigures();
        long before = sum(15, "WMO_ALLOCATION");
        municipality.transfer(Messages.allocation());
        Tables.countFigures();

        assertThat(sum(15, "WMO_ALLOCATION")).isEqualTo(before + 1);
        assertThat(page("&type=WMO_ALLOCATION")).contains("De inwoner informeren", "niet bekend");
    }

    @Test
    void saysWhichDutiesTheGatewayCanKnowToBeMet() {
        assertThat(page("&type=WMO_ALLOCATION"))
                .contains("Alleen van beoordelingen weet de gateway of zij zijn gedaan")
                .contains("Of de inwoner is geïnformeerd, weet alleen de organisatie die verzond");
    }

    @Test
    void countsNoDutyToInformWhomTheSenderAlreadyInformed() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
        Tables.countFigures();
        long before = sum(15, "WMO_ALLOCATION");

        municipality.transfer(Messages.allocation().with("/circumstances/informed", "{\"status\":\"INFORMED\"}"));
        Tables.countFigures();

        assertThat(sum(15, "WMO_ALLOCATION")).isEqualTo(before);
    }

    @Test
    void saysOfReviewsWhetherTheyWereDone() {
        Tables.asOwner()
                .sql("delete from task where exchange_type = 'VITAL_INTEREST_ALERT'")
                .update();
        Tables.asOwner()
                .sql(
                        """
                        insert into task (transfer_id, code, review, exchange_type, sender, receiver, recorded_at, due, verdicts)
                        values (gen_random_uuid(), 'HUMAN_REVIEW', true, 'VITAL_INTEREST_ALERT', '00000099000000002100',
                                '00000099000000001000', now(), current_date - 3, 0),
                               (gen_random_uuid(), 'HUMAN_REVIEW', true, 'VITAL_INTEREST_ALERT', '00000099000000002100',
                                '00000099000000001000', now(), current_date, 2)
                        """)
                .update();

        assertThat(lines("&type=VITAL_INTEREST_ALERT")).anySatisfy(cells -> {
            assertThat(cells.get(14)).isEqualTo("HUMAN_REVIEW");
            assertThat(cells.get(15)).isEqualTo("2");
            assertThat(cells.get(16)).isEqualTo("1");
        });
        assertThat(page("&type=VITAL_INTEREST_ALERT")).contains("Noodmelding beoordelen", "1 (50%)");
        Tables.asOwner()
                .sql("delete from task where exchange_type = 'VITAL_INTEREST_ALERT'")
                .update();
    }

    @Test
    void addsUpToTheSameAsTheApi() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
        municipality.transfer(Messages.allocation());
        Tables.countFigures();
        JsonNode figures = Client.of("gemeente-regisseur")
                .get("/v1/figures?from=%s&to=%s".formatted(MONTH, MONTH))
                .send()
                .json()
                .path("figures");
        long all = 0;
        for (JsonNode figure : figures) {
            all += figure.path("transfers").asLong();
        }

        assertThat(sum(8, "") + sum(9, "")).isPositive().isEqualTo(all);
        // what the page shows is added up elsewhere than the lines of file and API
        List<Long> totals = Pattern.compile("<dd>([0-9.]+)</dd>")
                .matcher(page(""))
                .results()
                .map(total -> Long.valueOf(total.group(1).replace(".", "")))
                .toList();
        assertThat(totals.get(0) + totals.get(1)).isEqualTo(all);
    }

    /** The table is what a script draws; nothing stands empty for who has none. */
    @Test
    void hasEveryMonthInATableThatCanBeDrawn() {
        String page = officer.get("/console/figures").body();
        String months = page.substring(page.indexOf("data-chart=\"columns\""), page.indexOf("</table>"));

        assertThat(months.split("scope=\"row\"", -1)).hasSize(13);
        assertThat(months).contains("data-chart-text=\"", "data-series=\"yes\"", "data-series=\"no\"");
        assertThat(page).doesNotContain("<canvas", "class=\"chart\"");
    }

    @Test
    void costsTheSameFewStatementsForAnyPeriod() {
        int month = Statements.ofItself(() -> page(""));
        int years = Statements.ofItself(() -> officer.get("/console/figures?from=" + MONTH.minusMonths(23)));

        assertThat(years).isEqualTo(month).isLessThanOrEqualTo(10);
    }

    @Test
    void saysBesideTheFieldWhatItDidNotTake() {
        String asked = "/console/figures?from=xx&until=2000-01&law=ZZ&party=1&type=X";

        assertThat(officer.get(asked).body())
                .contains(
                        "id=\"from-error\"", "href=\"#from\"", "aria-describedby=\"from-error\"", "id=\"until-error\"")
                .contains("id=\"law-error\"", "id=\"party-error\"", "id=\"type-error\"", "Die gaat 24 maanden terug");
        assertThat(Browser.inEnglish().as("operator").get(asked).body())
                .contains("id=\"from-error\"", "It goes back 24 months", "Everything stands below");
        assertThat(officer.get("/console/figures?from=&until=" + MONTH + "&law=&party=&type=")
                        .body())
                .doesNotContain("-error\"", "govuk-error-summary");
        assertThat(officer.get("/console/figures?from=%s&until=%s".formatted(MONTH, MONTH.minusMonths(1)))
                        .body())
                .contains("id=\"until-error\"", "Deze maand ligt vóór de eerste maand");
    }

    /** Also what has the form of what can be chosen: an OIN of nobody, a type or a law that is in no list. */
    @ParameterizedTest
    @CsvSource({"party=AAAAAAAAAAAAAAAAAAAA, party", "type=VT_REPORT, type", "law=NONE_OF_THESE, law"})
    void showsEverythingAndSaysSoWhereItKnowsNothingOfWhatWasAsked(String query, String field) {
        Browser editor = Browser.opened().as("policy-editor");
        for (String page : List.of("/console/figures", "/console/sharing")) {
            String all = editor.get(page).body();
            String asked = editor.get(page + "?" + query).body();

            assertThat(asked)
                    .contains("id=\"" + field + "-error\"", "Hieronder staat alles")
                    .doesNotContain("value=\"AAAAAAAAAAAAAAAAAAAA");
            assertThat(sums(asked)).isNotEmpty().isEqualTo(sums(all));
        }
    }

    private static List<String> sums(String page) {
        return Pattern.compile("<div class=\"sum\"><dt[^>]*>[^<]*</dt><dd[^>]*>(?:<a[^>]*>)?([^<]*)<")
                .matcher(page)
                .results()
                .map(sum -> sum.group(1))
                .toList();
    }

    @Test
    void isCalmWhenNothingHappened() {
        YearMonth old = MONTH.minusMonths(23);
        String page = officer.get("/console/figures?from=%s&until=%s".formatted(old, old))
                .body();

        assertThat(page).contains("In deze periode is niets gedeeld", "In deze periode is niets geweigerd");
    }

    @Test
    void givesTheRegisterOfProcessingAsTheApiDoes() throws Exception {
        JsonNode api =
                Client.of("gemeente-wmo").get("/v1/processing-register").send().json();
        JsonNode file = new JsonMapper()
                .readTree(officer.get("/console/figures/register.json").body());

        assertThat(file).isEqualTo(api);
        String page = officer.get("/console/figures/register").body();
        api.path("verwerkingsactiviteiten").forEach(activity -> assertThat(page)
                .contains(activity.path("naam").asText())
                .contains(activity.path("toelichtingGrondslag").asText()));
        assertThat(page.split("<article", -1))
                .hasSize(api.path("verwerkingsactiviteiten").size() + 1);
        assertThat(page)
                .contains(
                        "de gemeente (OIN 00000099000000000100)",
                        "<strong>Over <span lang=\"nl\">de inwoner</span></strong>",
                        "Toewijzing maatwerkvoorziening (")
                .doesNotContain("DELIVER_PROVISION", "COORDINATION", "SUBJECT", "PARENT", "AVG art. 6(");
        assertThat(page)
                .containsPattern(
                        "Toewijzing maatwerkvoorziening \\([^)]+\\): gemeente \\(Wmo\\)</span>\\s+<span[^>]*>(&rarr;|→)");
    }

    @Test
    void marksAsDutchOfTheRegisterOnlyWhatIsDutch() {
        assertThat(Browser.inEnglish()
                        .as("privacy-officer")
                        .get("/console/figures/register")
                        .body())
                .contains("<strong>About <span lang=\"nl\">de inwoner</span></strong>")
                .containsPattern(">Receivers</dt><dd[^>]* lang=\"nl\"")
                .doesNotContainPattern("<article[^>]* lang=");
    }

    @ParameterizedTest
    @CsvSource({"professional, 403", "operator, 200", "policy-editor, 200", "privacy-officer, 200"})
    void givesItsFilesToTheSameRoles(String role, int status) {
        Browser browser = Browser.opened().as(role);

        for (String path : List.of("figures.csv", "register", "register.json")) {
            assertThat(browser.get("/console/figures/" + path).statusCode()).isEqualTo(status);
        }
    }

    @Test
    void isInEnglishToo() {
        assertThat(Browser.inEnglish().as("operator").get("/console/figures").body())
                .contains("Figures", "How soon the receiver answered");
        assertThat(Browser.inEnglish()
                        .as("operator")
                        .get("/console/figures/register")
                        .body())
                .contains("Register of processing");
    }

    private String page(String query) {
        return officer.get("/console/figures?from=%s&until=%s%s".formatted(MONTH, MONTH, query))
                .body();
    }

    private long sum(int column, String type) {
        return lines(type.isEmpty() ? "" : "&type=" + type).stream()
                .mapToLong(cells -> Long.parseLong(cells.get(column)))
                .sum();
    }

    private List<List<String>> lines(String query) {
        return officer.get("/console/figures/figures.csv?from=%s&until=%s%s".formatted(MONTH, MONTH, query))
                .body()
                .lines()
                .skip(1)
                .map(line -> Arrays.asList(line.substring(1, line.length() - 1).split("\";\"", -1)))
                .toList();
    }
}
