package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.sluiswachter.kernel.Days;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.support.Statements;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.LogEntry;
import nl.sluiswachter.transferlog.LogKind;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How an officer makes the report for a resident. */
class ReportPageTest {

    private static final String PATH = "/console/report";
    private static final int PART = 100;
    private static final AtomicInteger HOUSES = new AtomicInteger(40_000);

    private final Client municipality = Client.of("gemeente-wmo");
    private final String house = Integer.toString(HOUSES.incrementAndGet());
    private final String reference = Messages.reference("DOSSIER-");
    private final LocalDate today = Days.of(Instant.now());

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @Test
    void showsWhatTheReportWouldSayAndGivesItAsAFile() {
        OfficerAtWork officer = OfficerAtWork.on("ACCESS_REQUEST");
        municipality.transfer(here(Messages.allocation()));
        Tables.asOwner();
        String preview = officer.leads(PATH, PATH, ask());

        assertThat(officer.get(preview).body())
                .contains("Wie deelde gegevens over u?", "Thuisbegeleiding De Brug", "de gemeente", reference)
                .contains("Gezocht met naam, geboortedatum en adres")
                .doesNotContain(Messages.FAMILY, Messages.STORY);
        assertThat(reports(reference)).isEmpty();

        HttpResponse<String> pdf = given(officer, preview);

        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(pdf.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"overzicht-[0-9a-f-]{36}\\.pdf\"");
        assertThat(pdf.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(pdf.body()).startsWith("%PDF").contains("/Type /EmbeddedFile");
        assertThat(reports(reference))
                .singleElement()
                .asString()
                .contains(OfficerAtWork.ID, "ACCESS_REQUEST", "\"PDF\"");
    }

    @Test
    void tellsTheResidentThatTheMunicipalityLooked() {
        OfficerAtWork officer = OfficerAtWork.on("ACCESS_REQUEST");
        officer.get(officer.leads(PATH, PATH, ask()));
        Tables.asOwner();

        assertThat(officer.get(officer.leads(PATH, PATH, ask())).body())
                .contains("De gemeente zocht naar u")
                .doesNotContain(OfficerAtWork.ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/proof"})
    void tellsTheResidentThatTheMunicipalityOpenedAMessage(String part) {
        OfficerAtWork officer = OfficerAtWork.on("COMPLAINT");
        String id = municipality.transfer(here(Messages.allocation())).transferId();
        Tables.asOwner();

        officer.get("/console/transfers/" + id + part);
        Tables.asOwner();

        assertThat(officer.get(officer.leads(PATH, PATH, ask())).body())
                .contains("De gemeente bekeek een bericht waar u in staat", "er is een klacht of een bezwaar")
                .doesNotContain(OfficerAtWork.ID);
    }

    @Test
    void looksTheSameWhetherAllIsHeldBackOrThereIsNothing() {
        OfficerAtWork officer = OfficerAtWork.on("ACCESS_REQUEST");
        String hidden = Client.of("huisarts").transfer(here(Messages.report())).transferId();
        Tables.asOwner();
        assertThat(OfficerAtWork.on("SUPERVISION")
                        .get("/console/transfers/" + hidden)
                        .statusCode())
                .isEqualTo(200);
        Tables.asOwner();

        String heldBack = officer.get(officer.leads(PATH, PATH, ask())).body();
        Map<String, String> nobody = ask();
        nobody.put("houseNumber", house + "x");
        String nothing = officer.get(officer.leads(PATH, PATH, nobody)).body();

        assertThat(comparable(heldBack)).isEqualTo(comparable(nothing)).contains("dat beoordeelt een collega");
    }

    @Test
    void showsHowOftenEachRuleHeldBackToWhoSupervises() {
        OfficerAtWork officer = OfficerAtWork.on("SUPERVISION");
        Client.of("huisarts").transfer(here(Messages.report()));
        Tables.asOwner();

        assertThat(officer.get(officer.leads(PATH, PATH, ask())).body())
                .containsPattern(
                        "Berichten die vertrouwelijk zijn[^/]*</td>\\s*<td[^>]*>[^/]*</td>\\s*<td[^>]*>1</td>");
    }

    @Test
    void countsLooksAtAConfidentialMessageAsHeldBack() {
        OfficerAtWork officer = OfficerAtWork.on("SUPERVISION");
        String hidden = Client.of("huisarts").transfer(here(Messages.report())).transferId();
        Tables.asOwner();
        officer.get("/console/transfers/" + hidden);
        Tables.asOwner();

        assertThat(officer.get(officer.leads(PATH, PATH, ask())).body())
                .containsPattern(
                        "Dat iemand een vertrouwelijk bericht opzocht[^/]*</td>\\s*<td[^>]*>[^/]*</td>\\s*<td[^>]*>1</td>")
                .doesNotContain("bekeek een bericht");
    }

    /** Nor does it cost more: with more hidden than fit on a page of the report. */
    @Test
    void asksTheDatabaseAsOftenForSomebodyWhoIsHiddenAsForNobody() {
        OfficerAtWork officer = OfficerAtWork.on("ACCESS_REQUEST");
        String nobody = officer.leads(PATH, PATH, ask());
        int nothing = cost(officer, nobody);
        String hidden = Client.of("huisarts").transfer(here(Messages.report())).transferId();
        for (int i = 0; i <= PART; i++) {
            RunningGateway.shared()
                    .bean(EventLog.class)
                    .append(new LogEntry(
                            LogKind.LOOKUP,
                            Optional.of(UUID.fromString(hidden)),
                            Optional.of(new Oin("00000099000000001000")),
                            Map.of("call", "GET /console/transfers/{id}", "ground", "SUPERVISION"),
                            List.of()));
        }
        Tables.asOwner();

        assertThat(cost(officer, officer.leads(PATH, PATH, ask())))
                .isEqualTo(nothing)
                .isPositive();
    }

    @Test
    void givesALongReportInParts() {
        OfficerAtWork officer = OfficerAtWork.on("ACCESS_REQUEST");
        for (int i = 0; i <= PART; i++) {
            Client.of("gemeente-regisseur")
                    .post(
                            "/v1/log-entries/_zoek",
                            Message.of("{\"ground\":\"COMPLAINT\",\"reference\":\"KLACHT-7\"}")
                                    .with(
                                            "/subject",
                                            "{\"name\":{\"given\":\"%s\",\"family\":\"%s\"},\"birthdate\":\"1984-03-12\",\"postcode\":\"1234 AB\",\"houseNumber\":\"%s\"}"
                                                    .formatted(Messages.GIVEN, Messages.FAMILY, house)))
                    .send();
        }
        Tables.asOwner();
        String first = officer.leads(PATH, PATH, ask());
        String second = first.replaceAll("1$", "2");

        assertThat(officer.get(second).statusCode()).isEqualTo(404);
        assertThat(officer.get(first).body()).contains("Deel 1.", "href=\"" + second + "\"");
        assertThat(officer.get(second).body()).contains("Deel 2.", "href=\"" + first + "\"", "zocht naar u");
        assertThat(given(officer, second).body()).startsWith("%PDF");
    }

    @Test
    void listsWhatWasGivenByWhomForWhichFileAndNeverAboutWhom() {
        OfficerAtWork officer = OfficerAtWork.on("ACCESS_REQUEST");
        String preview = officer.leads(PATH, PATH, ask());
        given(officer, preview);
        Tables.asOwner();

        HttpResponse<String> given = officer.get(PATH + "/given");

        assertThat(given.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(given.body())
                .contains(reference, OfficerAtWork.ID, "de gemeente", "Een inwoner vraagt om inzage")
                .doesNotContain(Messages.FAMILY, house);
    }

    @Test
    void isInEnglishForWhoReadsEnglish() {
        OfficerAtWork officer = OfficerAtWork.on("ACCESS_REQUEST", Browser.inEnglish());
        Map<String, String> ask = ask();
        ask.put("language", "EN");
        String preview = officer.leads(PATH, PATH, ask);

        assertThat(officer.get(preview).body())
                .contains("Preview of the report", "<article class=\"paper no-print\" lang=\"en\"", "Who shared data");
        assertThat(given(officer, preview)
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElseThrow())
                .contains("filename=\"overview-");
    }

    @ParameterizedTest
    @CsvSource({
        "bsn,123456789,bsn,Dit is geen BSN",
        "family,'',family,Vul de achternaam in",
        "postcode,12AB,postcode,Vul een postcode in",
        "birthdate,12-03-1984,birthdate,Vul de geboortedatum in",
        "from,soon,from,Vul een dag in",
        "until,2001-01-01,until,De laatste dag kan niet voor de eerste dag liggen",
        "from,2001-01-01,until,Kies een periode van hoogstens vijf jaar",
        "language,FR,language,Kies een taal",
        "reference,999990019,reference,zonder BSN",
        "reference,<script>alert(1)</script>,reference,zonder BSN"
    })
    void saysBesideTheFieldWhatIsWrongAndKeepsTheRest(String field, String typed, String wrong, String message) {
        OfficerAtWork officer = OfficerAtWork.on("ACCESS_REQUEST");
        Map<String, String> ask = ask();
        ask.put(field, typed);

        HttpResponse<String> answer = officer.submit(PATH, PATH, ask);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body())
                .contains("id=\"" + wrong + "-error\"", message, "href=\"#" + wrong + "\"")
                .contains("value=\"" + house + "\"")
                .doesNotContain("<script>alert");
        assertThat(Captured.LINES).noneMatch(line -> line.contains(house + "\""));
    }

    @Test
    void asksAgainWhatItDoesNotRemember() {
        HttpResponse<String> answer =
                OfficerAtWork.on("ACCESS_REQUEST").get(PATH + "/00000000-0000-0000-0000-000000000000/1");

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(PATH + "?expired");
        assertThat(OfficerAtWork.on("ACCESS_REQUEST").get(PATH + "?expired").body())
                .contains("Deze vraag is niet bewaard");
    }

    /** Of some times, because now and then a session is told that it was used. */
    private static int cost(OfficerAtWork officer, String preview) {
        return IntStream.range(0, 4)
                .map(time -> Statements.during(() -> officer.get(preview)))
                .min()
                .orElseThrow();
    }

    /** The file, as soon as the work in the background is done. */
    private static HttpResponse<String> given(OfficerAtWork officer, String preview) {
        String work = officer.leads(preview, preview + "/pdf", Map.of());
        assertThat(work).startsWith("/console/work/");
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> officer.get(work + "/file"), answer -> answer.statusCode() == 200);
    }

    private Map<String, String> ask() {
        Map<String, String> ask = new HashMap<>();
        ask.put("bsn", "");
        ask.put("family", Messages.FAMILY);
        ask.put("given", Messages.GIVEN);
        ask.put("birthdate", "1984-03-12");
        ask.put("postcode", "1234 AB");
        ask.put("houseNumber", house);
        ask.put("from", today.minusDays(2).toString());
        ask.put("until", today.toString());
        ask.put("language", "NL");
        ask.put("reference", reference);
        return ask;
    }

    private Message here(Message message) {
        return message.with(
                "/persons/0/data/identity/address",
                "{\"postcode\":\"1234 AB\",\"houseNumber\":\"%s\"}".formatted(house));
    }

    private static String comparable(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "");
    }

    private static List<String> reports(String reference) {
        return Entries.of("REPORT").stream()
                .filter(entry -> entry.contains(reference))
                .toList();
    }
}
