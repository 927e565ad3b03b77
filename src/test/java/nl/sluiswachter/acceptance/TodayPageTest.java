package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluiswachter.kernel.Days;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Agreements;
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
    private static final String TECHNICAL = PAGE + "/technical";

    private final Browser officer = Browser.opened().as("privacy-officer");

    @BeforeEach
    void nothingIsDue() {
        Tables.asOwner()
                .sql("delete from task; delete from log_refused")
                .update(); // a truncation locks out those who work
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
        int before = looks();
        assertThat(officer.stating("AUDIT", "FG-2026-8")
                        .get("/console/review/duties")
                        .body())
                .contains("/console/transfers/" + id, "De inwoner informeren", "Uiterlijk");
        assertThat(looks()).isEqualTo(before + 1);
    }

    private static int looks() {
        return Tables.asOwner()
                .sql("select count(*) from transfer_log where kind = 'LOOKUP' and entry is not null")
                .query(Integer.class)
                .single();
    }

    @Test
    void leavesOutAnObligationThatHasTimeYet() {
        Client.of("wmo-aanbieder").transfer(Messages.alert());

        assertThat(officer.get(PAGE).body()).doesNotContain("binnen een week iets moet horen");
        assertThat(officer.stating("AUDIT", "FG-2026-8")
                        .get("/console/review/duties")
                        .body())
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
                .containsPattern("Vaker geweigerd: [0-9]+ keer in de laatste zeven dagen, eerder 0 keer per week")
                .containsPattern(
                        "href=\"/console/figures\\?from=[0-9]{4}-[0-9]{2}&amp;until=%s#reason-PRECONDITION_MISSING\""
                                .formatted(YearMonth.now(Clock.system(Days.ZONE))));
        assertThat(Browser.opened().as("policy-editor").get("/console/figures").body())
                .contains("id=\"reason-PRECONDITION_MISSING\"");
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
    void namesAPartyWithWhichTheAgreementEnds() {
        Parties parties = RunningGateway.shared().bean(Parties.class);
        Party before = parties.find(new Oin("00000099000000002700")).orElseThrow();
        LocalDate today = Days.of(RunningGateway.shared().bean(Clock.class).instant());
        try {
            parties.save(Agreements.until(before, Optional.of(today.plusDays(20))));
            assertThat(officer.get(PAGE).body()).contains("De overeenkomst met " + before.name() + " loopt af op");
            assertThat(Browser.opened().as("operator").get(TECHNICAL).body())
                    .contains("Overeenkomst", before.oin().value());
            parties.save(Agreements.until(before, Optional.of(today.minusDays(1))));
            assertThat(officer.get(PAGE).body()).contains("De overeenkomst met " + before.name() + " is afgelopen op");
            parties.save(Agreements.until(before, Optional.of(today.plusDays(40))));
            assertThat(officer.get(PAGE).body()).doesNotContain("De overeenkomst met");
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
    void leadsToExactlyTheTransfersThatItCounts() {
        String given = Client.of("wmo-aanbieder").transfer(Messages.alert()).transferId();
        String other = Client.of("wmo-aanbieder").transfer(Messages.alert()).transferId();
        delivery(given, "state = 'EXPIRED', settled_at = now()");
        Browser looking = Browser.opened().as("privacy-officer").stating("AUDIT", "DOSSIER-1");

        String page = looking.get(PAGE).body();

        assertThat(page).contains("href=\"/console/transfers?kind=DECISION&amp;delivery=EXPIRED\"");
        assertThat(looking.get("/console/transfers?kind=DECISION&delivery=EXPIRED")
                        .body())
                .contains("/console/transfers/" + given)
                .doesNotContain("/console/transfers/" + other);
    }

    @Test
    void leadsAnOperatorToTheReceiversAndToNoTransfer() {
        String id = Client.of("wmo-aanbieder").transfer(Messages.alert()).transferId();
        delivery(id, "state = 'EXPIRED', settled_at = now()");
        String receiver = Tables.asOwner()
                .sql("select receiver from delivery where transfer_id = ?")
                .param(UUID.fromString(id))
                .query(String.class)
                .single();
        Browser operator = Browser.opened().as("operator");

        assertThat(operator.get(PAGE).body())
                .contains("href=\"/console/today/technical#receivers\"")
                .doesNotContain("/console/transfers");
        assertThat(operator.get(TECHNICAL).body())
                .contains(receiver, "Vervallen in de laatste zeven dagen")
                .doesNotContain("/console/transfers", id);
        assertThat(officer.get(TECHNICAL).body())
                .contains("/console/transfers?kind=DECISION&amp;delivery=EXPIRED&amp;party=" + receiver);
        assertThat(Browser.opened().as("policy-editor").get(TECHNICAL).body())
                .contains("Proefberichten")
                .doesNotContain(receiver, "Certificaten");
        assertThat(Browser.opened().as("professional").get(TECHNICAL).statusCode())
                .isEqualTo(403);
    }

    @Test
    void namesAReceiverThatIsLeftAloneButNoConfidentialMessages() {
        String report = Client.of("huisarts").transfer(Messages.report()).transferId();
        delivery(report, "state = 'EXPIRED', settled_at = now()");
        Browser operator = Browser.opened().as("operator");
        String hidden = Tables.asOwner()
                .sql("select receiver from delivery where transfer_id = ?")
                .param(UUID.fromString(report))
                .query(String.class)
                .single();
        assertThat(operator.get(TECHNICAL).body()).doesNotContain(hidden);

        Tables.asOwner()
                .sql("insert into push_pause values ('00000099000000002700', 3, now() + interval '1 hour')")
                .update();
        try {
            assertThat(operator.get(PAGE).body()).contains("Ontvangers die steeds niet bereikbaar zijn: 1.");
            assertThat(operator.get(TECHNICAL).body())
                    .contains("00000099000000002700", "De gateway probeert het weer op");
        } finally {
            Tables.asOwner().sql("delete from push_pause").update();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"privacy-officer", "policy-editor", "operator"})
    void everyLineLeadsToAPageThatItsReaderMayOpen(String role) {
        String id = Client.of("wmo-aanbieder").transfer(Messages.alert()).transferId();
        delivery(id, "state = 'EXPIRED', settled_at = now()");
        Tables.asOwner()
                .sql("insert into log_refused values (current_date, 'WMO_ALLOCATION', 'PRECONDITION_MISSING', 9)")
                .update();
        Browser reader = Browser.opened().as(role).stating("AUDIT", "DOSSIER-1");
        String page = reader.get(PAGE).body();

        String[] lines = page.split("<li class=\"todo-line", -1);
        assertThat(lines).hasSizeGreaterThan(1);
        for (int i = 1; i < lines.length; i++) {
            Matcher link =
                    Pattern.compile("class=\"govuk-link\" href=\"([^\"#]+)").matcher(lines[i]);
            assertThat(link.find()).as(lines[i]).isTrue();
            assertThat(reader.get(link.group(1).replace("&amp;", "&")).statusCode())
                    .as(link.group(1))
                    .isEqualTo(200);
        }
    }

    private static void delivery(String transfer, String change) {
        Tables.asOwner()
                .sql("update delivery set " + change + " where transfer_id = ?")
                .param(UUID.fromString(transfer))
                .update();
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
