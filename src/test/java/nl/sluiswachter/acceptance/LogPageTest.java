package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The page about the log, and what it finds when somebody tampered. */
class LogPageTest {

    private static final Pattern PAPER = Pattern.compile("id=\"paper-line\">([^<]+)<");
    private static final Pattern OUTCOME = Pattern.compile("outcome-(SOUND|UNPROVEN|BROKEN|UNREADABLE|REFUSED)");

    private static final Pattern FIELD = Pattern.compile("[?&]([^=&]+)=([^&]*)");

    private final Browser officer = Browser.opened().as("privacy-officer");

    private HttpResponse<String> verify(String paper) {
        HttpResponse<String> page = officer.get("/console/log");
        HttpResponse<String> begun =
                officer.post("/console/log/verification", Map.of("_csrf", Browser.token(page), "paper", paper));
        String work = begun.headers().firstValue("Location").orElseThrow().replaceAll("^https://[^/]*", "");
        assertThat(work).startsWith("/console/work/");
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> officer.get(work), answer -> OUTCOME.matcher(answer.body())
                        .find());
    }

    private String paperLine() {
        Matcher line = PAPER.matcher(officer.get("/console/log").body());
        assertThat(line.find()).isTrue();
        return line.group(1);
    }

    @Test
    void tellsHowTheLogStands() {
        Tables.asOwner();

        assertThat(officer.get("/console/log").body())
                .contains("Vingerafdruk van de stand", "het logboek zelf:", "sluiswachter/00000099000000000100/1")
                .contains("Getuigen", "Er staat geen alarm open", "Bewaarkalender")
                .doesNotContain("??");
        assertThat(Browser.inEnglish().as("operator").get("/console/log").body())
                .contains("Fingerprint of the state")
                .doesNotContain("??");
    }

    /** It may tell of an inquiry. */
    @Test
    void tellsThePrivacyOfficerAloneWhatMayNotBeDestroyedAndWhy() {
        String reference = Messages.reference("WOO-");
        Client.of("gemeente-regisseur")
                .post(
                        "/v1/log-holds",
                        Message.of("{\"ground\":\"INVESTIGATION\"}")
                                .text("/reference", reference)
                                .text("/caseReference", "Z-HELD-2"))
                .send();

        assertThat(officer.get("/console/log").body()).contains(reference);
        assertThat(Browser.opened().as("operator").get("/console/log").body())
                .contains("Bewaarkalender")
                .doesNotContain(reference, "Wat niet mag worden vernietigd");
    }

    /** Else an auditor reads here that nothing left the gateway. */
    @Test
    void showsWhatWasTakenOutsideByASearchAndByWhom() {
        String caseReference = Messages.reference("Z");
        for (int i = 0; i < 3; i++) {
            Client.of("gemeente-wmo").transfer(Messages.allocation().text("/caseReference", caseReference));
        }
        Tables.asOwner();
        OfficerAtWork searching = OfficerAtWork.on("AUDIT");
        String search = searching.leads(
                "/console/transfers", "/console/transfers", Map.of("caseReference", caseReference, "kind", "DECISION"));
        Map<String, String> asked = new HashMap<>(Map.of("form", "csv"));
        FIELD.matcher(search).results().forEach(field -> asked.put(field.group(1), field.group(2)));
        String work = searching.leads("/console/transfers", "/console/transfers/export", asked);
        Awaitility.await().until(() -> searching.get(work).body().contains("Het is klaar"));
        assertThat(Client.of("gemeente-regisseur")
                        .post(
                                "/v1/log-entries/_exporteer",
                                Message.of("{\"ground\":\"AUDIT\",\"reference\":\"FG-1\",\"form\":\"LDV\"}")
                                        .text("/caseReference", caseReference))
                        .send()
                        .status())
                .isEqualTo(200);
        Tables.asOwner();

        assertThat(exports(officer))
                .anySatisfy(row -> assertThat(row)
                        .contains(
                                "<bdi>" + OfficerAtWork.NAME + "</bdi>",
                                "Gevonden aantekeningen, als tabel (CSV)",
                                ">3<",
                                ">nee<"))
                .anySatisfy(row -> assertThat(row)
                        .contains("00000099000000001400", "als Logboek Dataverwerkingen", ">Niet geteld<", ">ja<"))
                .noneSatisfy(row -> assertThat(row).contains(caseReference));
        assertThat(exports(Browser.inEnglish().as("operator")))
                .anySatisfy(row -> assertThat(row).contains(OfficerAtWork.NAME, "as a table (CSV)"));
    }

    private static Stream<String> exports(Browser browser) {
        String page = browser.get("/console/log").body();
        return Stream.of(page.substring(page.indexOf("exports-caption\">")).split("<tr "))
                .skip(2);
    }

    @Test
    void findsNothingWrongWithALogThatNobodyTouchedAndRemembersThat() {
        HttpResponse<String> answer = verify(paperLine());

        assertThat(answer.body())
                .contains("outcome-SOUND", "Elke aantekening is wat er is vastgelegd", "Het logboek sluiswachter/")
                .doesNotContain("class=\"sentence\" lang=\"en\"", "Every entry");
        Awaitility.await()
                .untilAsserted(() -> assertThat(officer.get("/console/log").body())
                        .contains("Laatste controle op", "door <bdi>Privacyfunctionaris</bdi>: ", "Alles klopt")
                        .contains("Ook vergeleken met een bewaarde controlecode"));
    }

    @Test
    void namesTheEntryThatWasTamperedWith() {
        Tables.asOwner();
        Awaitility.await().until(() -> Tables.asSuperuser()
                .sql("select count(*) > 0 from transfer_log where kind = 'START' and entry is not null")
                .query(Boolean.class)
                .single());
        Map<String, Object> entry = Tables.asSuperuser()
                .sql(
                        "select shard, position, entry from transfer_log where kind = 'START' order by recorded_at limit 1")
                .query()
                .singleRow();
        change((Integer) entry.get("shard"), (Long) entry.get("position"), "{}".getBytes());
        try {
            HttpResponse<String> answer = verify("");

            assertThat(answer.body())
                    .contains("outcome-BROKEN", "Er klopt iets niet")
                    .contains("deel " + entry.get("shard") + ", positie " + entry.get("position"))
                    .doesNotContain("class=\"sentence\" lang=\"en\"");
        } finally {
            change((Integer) entry.get("shard"), (Long) entry.get("position"), (byte[]) entry.get("entry"));
        }
        Awaitility.await()
                .untilAsserted(() -> assertThat(officer.get("/console/log").body())
                        .contains("outcome-BROKEN", "Er klopt iets niet"));
    }

    private static void change(int shard, long position, byte[] entry) {
        Tables.asSuperuser()
                .sql("begin; set local session_replication_role = replica;"
                        + " update transfer_log set entry = decode('"
                        + java.util.HexFormat.of().formatHex(entry)
                        + "', 'hex') where shard = " + shard + " and position = " + position + "; commit")
                .update();
    }

    @Test
    void saysWhatKeepsTheLogFromBeingPublished() {
        String application = Tables.asApplication()
                .sql("select current_user")
                .query(String.class)
                .single();
        Tables.asOwner()
                .sql("revoke insert on log_checkpoint from " + application)
                .update();
        try {
            Client.of("gemeente-wmo").transfer(Messages.allocation());
            Awaitility.await().untilAsserted(() -> assertThat(
                            officer.get("/console/today").body())
                    .contains("De stand van het logboek kan niet worden vastgelegd"));
            assertThat(officer.get("/console/log").body())
                    .contains("De stand van het logboek kan nu niet worden vastgelegd", "Exception</span>");
        } finally {
            Tables.asOwner()
                    .sql("grant insert on log_checkpoint to " + application)
                    .update();
        }
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(officer.get("/console/log").body()).doesNotContain("kan nu niet worden vastgelegd"));
    }

    @Test
    void saysBesideTheFieldThatAKeptLineIsMistyped() {
        HttpResponse<String> page = officer.get("/console/log");
        HttpResponse<String> answer = officer.post(
                "/console/log/verification", Map.of("_csrf", Browser.token(page), "paper", "a <b>line</b> of nothing"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("govuk-error-message", "Deze code klopt niet", "a &lt;b&gt;line&lt;/b&gt; of nothing");
    }

    @Test
    void showsAnAlarmWithTheCommandThatClosesIt() {
        Tables.asOwner()
                .sql("insert into log_alarm (found_at, shard, position, finding) values (now(), 7, 3, 'BATCH_CHANGED')")
                .update();
        try {
            assertThat(officer.get("/console/log").body())
                    .contains("Een groep aantekeningen is veranderd", "shard 7, position 3")
                    .contains("Een alarm sluit u niet op deze pagina", "met de instellingen van die eigenaar")
                    .contains("java -jar sluiswachter.jar log close-alarm L");
        } finally {
            Tables.asOwner().sql("delete from log_alarm where shard = 7").update();
        }
    }

    @Test
    void letsNobodyVerifyWhoMayNotSeeTheLog() {
        Browser professional = Browser.opened().as("professional");
        String token = Browser.token(professional.get("/console/rules"));

        assertThat(professional
                        .post("/console/log/verification", Map.of("_csrf", token, "paper", ""))
                        .statusCode())
                .isEqualTo(403);
    }
}
