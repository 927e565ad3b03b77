package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluiswachter.activation.Activation;
import nl.sluiswachter.catalogue.CatalogueFiles;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link ConsoleStatementsTest} demands of the pages, of the lists below them. */
class ConsoleListsStatementsTest {

    private static final int ROWS = 4;

    private static final String REPORTS = "/console/review/reports";

    /** Of persons and days that no other test knows. */
    private static final AtomicInteger NUMBERS = new AtomicInteger(6000);

    private enum Shown {
        DUTIES,
        HELD_BACK,
        HELD_BACK_ITEM,
        REPORTS_GIVEN,
        VERSIONS,
        HISTORY,
        DIFFERENCE,
        RELATED_TRANSFERS,
        CONSENTS_BESIDE
    }

    private final OfficerAtWork auditor = OfficerAtWork.on("AUDIT");
    private final Drafts drafts = new Drafts();
    private final String own = Messages.reference("Z");
    private final HiddenResident resident = new HiddenResident(Integer.toString(NUMBERS.incrementAndGet()));
    private String latest;
    private int changed;

    @BeforeEach
    void empty() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
        Tables.empty("task");
    }

    @AfterEach
    void bringTheOriginalBack() throws Exception {
        drafts.bringTheOriginalBack();
    }

    @ParameterizedTest
    @EnumSource(Shown.class)
    void asksTheDatabaseAsOftenForTwiceAsManyRows(Shown shown) {
        int looks =
                shown == Shown.HELD_BACK_ITEM ? ROWS : 0; // each message that is read there is a look-up, on purpose

        page(shown).assertAsksAsOftenForMore(shown == Shown.HISTORY ? 1 : ROWS, looks);
    }

    private ShownPage page(Shown shown) {
        return switch (shown) {
            case DUTIES -> below("/console/review/duties", this::owe, "href=\"/console/transfers/[0-9a-f-]{36}\"");
            case HELD_BACK -> supervising(() -> REPORTS, this::reports, own);
            case HELD_BACK_ITEM -> supervising(this::item, this::longerReport, "name=\"transfers\"");
            case REPORTS_GIVEN -> below("/console/report/given", this::reports, own);
            case VERSIONS ->
                below(
                        "/console/rules/versions",
                        () -> times(this::load),
                        "<th[^>]*scope=\"row\"[^>]*><a class=\"govuk-link code\"");
            case HISTORY ->
                below(
                        "/console/rules/versions",
                        this::activate,
                        "<td[^>]*class=\"govuk-table__cell\"[^>]*><a class=\"govuk-link code\"");
            case DIFFERENCE ->
                new ShownPage(auditor, () -> Drafts.page(latest), this::change, "<article class=\"rule\"");
            case RELATED_TRANSFERS -> related();
            case CONSENTS_BESIDE -> beside();
        };
    }

    private ShownPage below(String address, Runnable sow, String row) {
        return new ShownPage(auditor, () -> address, sow, row);
    }

    private static ShownPage supervising(Supplier<String> address, Runnable sow, String row) {
        return new ShownPage(OfficerAtWork.on("SUPERVISION"), address, sow, row);
    }

    private static void times(Runnable one) {
        for (int i = 0; i < ROWS; i++) {
            one.run();
        }
    }

    /** Senders to do something tomorrow. */
    private void owe() {
        Client.of("gemeente-wmo").transfer(Messages.allocation());
        Tables.asOwner()
                .sql(
                        """
                        insert into task (transfer_id, code, review, exchange_type, sender, receiver, recorded_at, due)
                        select gen_random_uuid(), code, review, exchange_type, sender, receiver, recorded_at, current_date + 1
                          from (select * from task where code = 'INFORM_SUBJECT' limit 1) one, generate_series(1, ?)
                        """)
                .param(ROWS)
                .update();
    }

    /** Each of which holds something back. */
    private void reports() {
        hide();
        times(this::report);
    }

    /** Holds more back than the one before it. */
    private void longerReport() {
        times(this::hide);
        report();
    }

    /** A report to Veilig Thuis about somebody whom nobody else knows. */
    private void hide() {
        resident.isReported();
    }

    private void report() {
        latest = own + "." + NUMBERS.incrementAndGet();
        resident.isGivenAReport(latest);
    }

    /** The last report. */
    private String item() {
        Tables.asOwner();
        Matcher row = Pattern.compile("href=\"(" + REPORTS + "/[^\"]+)\"(?:(?!</tr>).)*" + latest, Pattern.DOTALL)
                .matcher(OfficerAtWork.on("SUPERVISION").get(REPORTS).body());
        assertThat(row.find()).isTrue();
        return row.group(1);
    }

    private void load() {
        latest = drafts.load(NUMBERS.incrementAndGet());
    }

    private void activate() {
        load();
        try {
            drafts.putInForce(latest, OfficerAtWork.ID);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Loads a version in which more kinds of exchange differ from the law in force. */
    private void change() {
        changed += ROWS;
        SortedMap<String, String> texts = Drafts.texts(NUMBERS.incrementAndGet());
        texts.keySet().stream()
                .filter(name -> name.startsWith("types/"))
                .limit(changed)
                .toList()
                .forEach(name ->
                        texts.computeIfPresent(name, (file, text) -> text.replaceFirst("\\{nl: ", "{nl: Nieuwe ")));
        latest = RunningGateway.shared()
                .bean(Activation.class)
                .load(new CatalogueFiles(texts))
                .version();
    }

    /** One transfer of a case, with others of it and with who looked at it. */
    private ShownPage related() {
        String page = "/console/transfers/" + transfer();
        Awaitility.await().until(() -> auditor.get(page).body().contains("Nagerekend: ")); // with a proof it asks more
        return below(
                page, () -> times(this::transfer), "<a class=\"govuk-link\" href=\"/console/transfers/[0-9a-f-]{36}\"");
    }

    /** The second click of a withdrawal, while more consents let the same go. */
    private ShownPage beside() {
        String first = consent();
        String list = auditor.leads("/console/consent", "/console/consent", Map.of("bsn", Messages.ANNA));
        return below(
                list + "/" + first + "/withdrawal",
                () -> times(this::consent),
                "<li><a class=\"govuk-link\" href=\"/console/consent/");
    }

    private String consent() {
        return Registers.consentBy(
                "gemeente-wmo",
                Registers.consent(Messages.ANNA, "WELFARE_REFERRAL", "00000099000000002700", "identity", "support"));
    }

    private String transfer() {
        return Client.of("gemeente-wmo")
                .transfer(Messages.allocation().text("/caseReference", own))
                .transferId();
    }
}
