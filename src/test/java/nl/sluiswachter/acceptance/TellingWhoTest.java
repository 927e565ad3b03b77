package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.sluiswachter.support.Statements;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one officer did is told to another by the name that the provider gave; the log goes on knowing them by the id. */
class TellingWhoTest {

    private static final String NAME = "Noor <b>de Wit</b> \u202eneerd ";

    /** As a page shows it. */
    private static final String SHOWN = "<bdi>Noor &lt;b&gt;de Wit&lt;/b&gt; neerd ";

    /** By which the provider knows her, and what she called her file. */
    private final String id = UUID.randomUUID().toString();

    private final String file = Messages.reference("NOOR-");
    private final OfficerAtWork reader = OfficerAtWork.on("AUDIT");
    private final Browser noor = Browser.opened();

    @BeforeEach
    void signIn() {
        SomeProvider provider = RunningGateway.shared().provider();
        provider.knows(id, "privacy-officer");
        provider.calls(id, NAME + file + "w".repeat(10_000));
        new ProviderVisit(noor, id).signIn("to=/console/rules");
        noor.stating("AUDIT", file);
    }

    @Test
    void tellsWhoJudgedAReviewAndWhoLookedAtTheTransfer() {
        String transfer = Client.of("wmo-aanbieder")
                .transfer(Messages.alert().text("/caseReference", file))
                .transferId();
        String review = "/console/review/" + transfer;
        noor.post(
                review,
                Map.of(
                        "_csrf",
                        Browser.token(noor.get(review)),
                        "reason",
                        "NECESSARY",
                        "reference",
                        file,
                        "seen",
                        "0"));
        Tables.asOwner();

        assertThat(reader.get(review).body()).contains(SHOWN, file).doesNotContain(id, "<b>", "\u202e");
        assertThat(reader.get("/console/transfers/" + transfer).body())
                .contains(SHOWN, file)
                .doesNotContain(id, "<b>", "\u202e", "w".repeat(200));
        assertThat(Entries.of("REVIEW_VERDICT")).anyMatch(entry -> entry.contains(id));
        assertThat(entriesWith("Noor")).isZero();
    }

    @Test
    void tellsWhoTookAConsentBack() {
        Tables.forgetRegisters();
        String consent = Registers.consentBy(
                "gemeente-wmo",
                Registers.consent(Messages.ANNA, "WELFARE_REFERRAL", "00000099000000002700", "identity", "support"));
        String theirs = found(noor) + "/" + consent;
        String page =
                reader.leads("/console/consent", "/console/consent", Map.of("bsn", Messages.ANNA)) + "/" + consent;
        noor.post(theirs + "/withdrawal", Map.of("_csrf", noor.formToken(), "by", "SELF", "evidence", "BRIEF-9"));

        String late = reader.leads("/console/ground", page + "/withdrawal", Map.of("by", "SELF"));

        assertThat(reader.get(late).body())
                .contains("Deze toestemming was al beëindigd", SHOWN)
                .doesNotContain(id);
    }

    @Test
    void asksForAllNamesOfAPageAtOnce() {
        String transfer = Client.of("wmo-aanbieder").transfer(Messages.alert()).transferId();
        String page = "/console/transfers/" + transfer;
        Awaitility.await().until(() -> reader.get(page).body().contains("Nagerekend: ")); // with a proof it asks more
        int one = cost(page);
        noor.get(page);
        Tables.asOwner();

        assertThat(reader.get(page).body()).contains(SHOWN, "<bdi>" + OfficerAtWork.NAME + "</bdi>,");
        assertThat(cost(page)).isEqualTo(one);
    }

    /** Of some times, because now and then a session is told that it was used. */
    private int cost(String page) {
        Tables.asOwner();
        return IntStream.range(0, 4)
                .map(time -> Statements.during(() -> reader.get(page)))
                .min()
                .orElseThrow();
    }

    private String found(Browser browser) {
        String location = browser.post("/console/consent", Map.of("_csrf", browser.formToken(), "bsn", Messages.ANNA))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return location.substring(location.indexOf("/console"));
    }

    private static int entriesWith(String text) {
        return Tables.asOwner()
                .sql("select count(*) from transfer_log where position(convert_to(?, 'UTF8') in entry) > 0")
                .param(text)
                .query(Integer.class)
                .single();
    }
}
