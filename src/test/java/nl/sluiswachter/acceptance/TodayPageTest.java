package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PartyKey;
import nl.sluiswachter.transferlog.figures.Figures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an officer opens every morning: what needs a person, the worst first, and nothing else. */
class TodayPageTest {

    private static final String PAGE = "/console/today";

    private final Browser officer = Browser.opened().as("privacy-officer");

    @BeforeEach
    void nothingIsDue() {
        Tables.asOwner().sql("truncate task, log_refused").update();
    }

    @Test
    void saysThatAllIsWellWhenNothingWaits() {
        String page = Browser.opened().as("policy-editor").get(PAGE).body();

        assertThat(page).contains("Alles is in orde").doesNotContain("todo-line");
    }

    @Test
    void isWhereAnOfficerBegins() {
        assertThat(officer.get("/console").headers().firstValue("Location").orElseThrow())
                .endsWith(PAGE);
    }

    @Test
    void countsTheReviewsThatRealTrafficLeaves() {
        Client provider = Client.of("wmo-aanbieder");
        provider.transfer(Messages.alert());
        provider.transfer(Messages.alert());
        provider.dryRun(Messages.alert());
        provider.transfer(Messages.alert().without("/circumstances/weighing"));

        String page = officer.get(PAGE).body();

        assertThat(page)
                .contains("Noodmeldingen die u moet beoordelen: 2.", "href=\"/console/review\"")
                .doesNotContain("Alles is in orde");
    }

    @Test
    void countsWhatIsConfidentialWithoutSayingWhat() {
        Client.of("huisarts")
                .transfer(Messages.concern("HUISARTS")
                        .text("/persons/0/origin", "ZVW")
                        .with("/circumstances/weighing", "{\"considered\":true,\"text\":\"x\"}"));

        assertThat(officer.get(PAGE).body())
                .contains("Uitwisselingen waarbij een professional het geheim opzijzette: 1.")
                .doesNotContain("Huisartsenpraktijk");
    }

    @Test
    void putsWhatIsTooLateInFrontOfWhatComesSoon() {
        Client.of("wmo-aanbieder").transfer(Messages.alert());
        Tables.asOwner()
                .sql("update task set due = current_date - 2 where code = 'HUMAN_REVIEW'")
                .update();
        Tables.asOwner()
                .sql("update task set due = current_date + 2 where code = 'INFORM_SUBJECT'")
                .update();

        String page = officer.get(PAGE).body();

        assertThat(page)
                .contains("Te laat: 1.", "Uitwisselingen waarover de inwoner binnen een week iets moet horen: 1.");
        assertThat(page.indexOf("Te laat: 1.")).isLessThan(page.indexOf("binnen een week iets moet horen"));
    }

    @Test
    void leadsFromObligationsThatRunOutToTheirTransfers() {
        String id = Client.of("wmo-aanbieder").transfer(Messages.alert()).transferId();
        Tables.asOwner()
                .sql("update task set due = current_date + 2 where code = 'INFORM_SUBJECT'")
                .update();

        assertThat(officer.get(PAGE).body()).contains("href=\"/console/review/duties\"");
        assertThat(officer.get("/console/review/duties").body())
                .contains("/console/transfers/" + id, "De inwoner informeren", "Uiterlijk");
    }

    @Test
    void leavesOutAnObligationThatHasTimeYet() {
        Client.of("wmo-aanbieder").transfer(Messages.alert());

        assertThat(officer.get(PAGE).body()).doesNotContain("binnen een week iets moet horen");
        assertThat(officer.get("/console/review/duties").body())
                .contains("Binnen een week loopt geen plicht af")
                .doesNotContain("/console/transfers/");
    }

    @Test
    void tellsWhichRefusalsRiseWithTheirReasonAndTheWayOut() {
        Tables.forgetRegisters();
        for (int i = 0; i < 5; i++) {
            Client.of("gemeente-wmo").transfer(Messages.allocation());
        }
        Tables.asOwner();
        RunningGateway.shared().bean(Figures.class).count();

        String page = Browser.opened().as("policy-editor").get(PAGE).body();

        assertThat(page)
                .containsPattern("Vaker geweigerd: [0-9]+ keer in de laatste zeven dagen, eerder 0 keer per week");
        assertThat(refused(page)).isGreaterThanOrEqualTo(5);
    }

    @Test
    void saysNothingOfRefusalsThatComeAsOftenAsBefore() {
        for (int day : new int[] {1, 8, 15, 22, 29}) {
            Tables.asOwner()
                    .sql(
                            "insert into log_refused values (current_date - ?, 'WMO_ALLOCATION', 'PRECONDITION_MISSING', 7)")
                    .param(day)
                    .update();
        }

        assertThat(Browser.opened().as("policy-editor").get(PAGE).body()).contains("Alles is in orde");
    }

    @Test
    void namesAPartyWhoseCertificateEndsHarmlessly() {
        Parties parties = RunningGateway.shared().bean(Parties.class);
        Party before = parties.find(new Oin("00000099000000002700")).orElseThrow();
        Instant end = RunningGateway.shared().bean(Clock.class).instant().plus(Duration.ofDays(3));
        PartyKey key = before.keys().get(0);
        parties.save(new Party(
                before.oin(),
                "<script>alert(1)</script>\u202E{0} =1+1",
                before.side(),
                before.status(),
                before.capacities(),
                List.of(new PartyKey(key.fingerprint(), key.validFrom(), end)),
                before.push()));
        try {
            String page = Browser.opened().as("operator").get(PAGE).body();

            assertThat(page)
                    .contains("Het laatste certificaat van &lt;script&gt;alert(1)&lt;/script&gt;")
                    .doesNotContain("<script>alert");
        } finally {
            parties.save(before);
        }
    }

    @Test
    void countsMessagesThatWereGivenUp() {
        String id = Client.of("wmo-aanbieder").transfer(Messages.alert()).transferId();
        long before = expired(officer.get(PAGE).body());
        Tables.asOwner()
                .sql("update delivery set state = 'EXPIRED', settled_at = ? where transfer_id = ?")
                .params(Timestamp.from(RunningGateway.shared().bean(Clock.class).instant()), UUID.fromString(id))
                .update();

        assertThat(expired(officer.get(PAGE).body())).isEqualTo(before + 1);
    }

    @Test
    void showsHowTheLogIs() {
        assertThat(officer.get(PAGE).body())
                .contains("Aantal aantekeningen", "Laatst vastgelegde stand", "Laatst gezien door een getuige");
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy-editor", "operator"})
    void keepsWhatIsAboutResidentsForWhoMayReview(String role) {
        Client.of("wmo-aanbieder").transfer(Messages.alert());

        assertThat(Browser.opened().as(role).get(PAGE).body()).doesNotContain("Noodmeldingen", "/console/review");
    }

    private static long expired(String page) {
        return number(page, "Berichten die de ontvanger niet op tijd ophaalde, in de laatste zeven dagen: ([0-9]+)");
    }

    private static long refused(String page) {
        return number(page, "Vaker geweigerd: ([0-9]+) keer");
    }

    private static long number(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
