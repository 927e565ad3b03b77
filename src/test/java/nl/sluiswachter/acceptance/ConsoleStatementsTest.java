package nl.sluiswachter.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluiswachter.console.ConsolePage;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.console.work.WorkKind;
import nl.sluiswachter.console.work.WorkOutcome;
import nl.sluiswachter.console.work.WorkResult;
import nl.sluiswachter.console.work.Works;
import nl.sluiswachter.kernel.Days;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.support.AddedUp;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.LogEntry;
import nl.sluiswachter.transferlog.LogKind;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No page asks the database more often because it has more to show (no N+1). */
class ConsoleStatementsTest {

    private static final int ROWS = 4;

    private static final String HOUSE = "39999";

    private static final String PERSON =
            """
            {"name":{"given":"%s","family":"%s"},"birthdate":"1984-03-12","postcode":"1234 AB","houseNumber":"%s"}
            """
                    .formatted(Messages.GIVEN, Messages.FAMILY, HOUSE);

    /** How the number of a party begins that only this test knows. */
    private static final String STRANGER = "000000990000009";

    private static final Officer OFFICER =
            new Officer(OfficerAtWork.ID, "Iemand", Set.of(Role.PRIVACY_OFFICER), Instant.EPOCH);

    private final OfficerAtWork officer = OfficerAtWork.on("AUDIT");
    private final Client municipality = Client.of("gemeente-wmo");
    private final String own = Messages.reference("Z");
    private int sown;

    @BeforeEach
    void empty() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
        Tables.empty("task, log_refused, console_work");
    }

    @AfterEach
    void takeAwayWhatWasSown() {
        Tables.empty("console_work");
        for (String rows : List.of("log_figures where sender", "party_key where oin", "party where oin")) {
            Tables.asOwner()
                    .sql("delete from " + rows + " like '" + STRANGER + "%'")
                    .update();
        }
        AddedUp.figures(Tables.asOwner());
    }

    @ParameterizedTest
    @EnumSource(ConsolePage.class)
    void asksTheDatabaseAsOftenForTwiceAsManyRows(ConsolePage page) {
        shown(page).assertAsksAsOftenForMore(isFixed(page) ? 0 : ROWS);
    }

    /** Without a branch for a new page this does not compile. */
    private ShownPage shown(ConsolePage page) {
        return switch (page) {
            case TODAY -> shown(page.path(), this::endCertificates, "Het laatste certificaat van");
            case TRANSFERS -> shown(search(), this::transfer, "href=\"/console/transfers/[0-9a-f-]{36}\"");
            case REPORT -> shown(question(), this::happenHere, "<div class=\"item\">");
            case SHARING -> shown(page.path() + months(), this::count, "party=" + STRANGER);
            case MAY_I_SHARE, RULES -> shown(page.path(), () -> {}, "<a |<option");
            case CONSENT -> shown(person(), this::agree, "<li class=\"card stacked\">");
            case LOG -> shown(page.path(), this::export, "<tr role=\"row\" class=\"govuk-table__row\">");
            case FIGURES -> shown(page.path() + months(), this::count, STRANGER);
            case REVIEW -> shown(page.path(), this::alert, "href=\"/console/review/[0-9a-f-]{36}\"");
            case WORK -> shown(page.path(), this::work, "href=\"/console/work/[0-9a-f-]{36}\"");
        };
    }

    private ShownPage shown(String address, Runnable sow, String row) {
        return new ShownPage(officer, () -> address, sow, row);
    }

    /** What the rules say is the same however much was exchanged. */
    private static boolean isFixed(ConsolePage page) {
        return page == ConsolePage.MAY_I_SHARE || page == ConsolePage.RULES;
    }

    private String search() {
        return officer.leads(
                "/console/transfers", "/console/transfers", Map.of("caseReference", own, "kind", "DECISION"));
    }

    /** About somebody whom nobody else knows. */
    private String question() {
        String today = Days.of(Instant.now()).toString();
        Map<String, String> form =
                new HashMap<>(Map.of("from", today, "until", today, "language", "NL", "reference", own));
        form.putAll(Map.of(
                "given", Messages.GIVEN, "family", Messages.FAMILY, "birthdate", "1984-03-12", "postcode", "1234 AB"));
        form.put("houseNumber", HOUSE);
        return officer.leads("/console/report", "/console/report", form);
    }

    private String person() {
        return officer.leads("/console/consent", "/console/consent", Map.of("bsn", Messages.ANNA));
    }

    /** A month in which nothing else happened. */
    private static YearMonth month() {
        return YearMonth.now(ZoneOffset.UTC).minusMonths(17);
    }

    private static String months() {
        return "?from=%s&until=%s".formatted(month(), month());
    }

    private void transfer() {
        for (int i = 0; i < ROWS; i++) {
            municipality.transfer(Messages.allocation().text("/caseReference", own));
        }
    }

    private void alert() {
        for (int i = 0; i < ROWS; i++) {
            Client.of("wmo-aanbieder").transfer(Messages.alert());
        }
    }

    /** Of everything that a report tells of, where it can by parties that are not registered. */
    private void happenHere() {
        for (int i = 0; i < ROWS; i++) {
            String id = municipality
                    .transfer(Messages.allocation()
                            .with(
                                    "/persons/0/data/identity/address",
                                    "{\"postcode\":\"1234 AB\",\"houseNumber\":\"%s\"}".formatted(HOUSE)))
                    .transferId();
            Registers.consentBy(
                    "gemeente-wmo",
                    Registers.consent(Messages.ANNA, "WELFARE_REFERRAL", stranger(), "identity", "support")
                            .with("/subject", PERSON));
            Registers.fact(Message.of("{\"kind\":\"COMMITMENT\",\"subject\":%s,\"party\":\"%s\",\"validFrom\":\"%s\"}"
                    .formatted(PERSON, stranger(), Registers.daysAgo(1))));
            Client.of("gemeente-regisseur")
                    .post(
                            "/v1/log-entries/_zoek",
                            Message.of("{\"ground\":\"COMPLAINT\",\"reference\":\"KLACHT-7\"}")
                                    .with("/subject", PERSON))
                    .send();
            look(id);
        }
    }

    private void look(String transfer) {
        RunningGateway.shared()
                .bean(EventLog.class)
                .append(new LogEntry(
                        LogKind.LOOKUP,
                        Optional.of(UUID.fromString(transfer)),
                        Optional.of(new Oin(stranger())),
                        Map.of("call", "GET /console/transfers/{id}", "ground", "AUDIT"),
                        List.of()));
    }

    private String stranger() {
        return STRANGER + "%05d".formatted(sown++);
    }

    private void endCertificates() {
        for (int i = 0; i < ROWS; i++) {
            String oin = stranger();
            Tables.asOwner()
                    .sql(
                            "insert into party (oin, name, side, status, capacities) values (?, ?, 'PARTNER', 'ACTIVE', '{WELZIJN}')")
                    .params(oin, oin)
                    .update();
            Tables.asOwner()
                    .sql("insert into party_key values (?, ?, now() - interval '1 day', now() + interval '9 days')")
                    .params(oin, oin.repeat(4).substring(0, 64))
                    .update();
        }
    }

    private void count() {
        for (int i = 0; i < ROWS; i++) {
            Tables.asOwner()
                    .sql(
                            "insert into log_figures values (?, 'WMO_PROVIDER_REPORT', ?, '00000099000000001000', 'PERMIT', '', 1)")
                    .params(month().atDay(1), stranger())
                    .update();
        }
        AddedUp.figures(Tables.asOwner());
    }

    private void agree() {
        for (int i = 0; i < ROWS; i++) {
            Registers.consentBy(
                    "gemeente-wmo",
                    Registers.consent(
                            Messages.ANNA, "WELFARE_REFERRAL", "00000099000000002700", "identity", "support"));
        }
    }

    private void export() {
        for (int i = 0; i < ROWS; i++) {
            RunningGateway.shared()
                    .bean(EventLog.class)
                    .append(new LogEntry(
                            LogKind.EXPORT,
                            Optional.empty(),
                            Optional.of(new Oin(stranger())),
                            Map.of("what", "CSV", "withSubjects", "false", "entries", "7"),
                            List.of()));
        }
    }

    private void work() {
        Works works = RunningGateway.shared().bean(Works.class);
        for (int i = 0; i < ROWS; i++) {
            UUID id = works.start(OFFICER, WorkKind.EXPORT, steps -> WorkResult.of(WorkOutcome.READY, List.of()));
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> works.result(OFFICER, id)
                    .isPresent());
        }
    }
}
