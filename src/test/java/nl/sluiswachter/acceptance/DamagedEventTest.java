package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the log tells of itself and somebody changed in the database does not vanish from the page about the log. */
class DamagedEventTest {

    private static final String PAGE = "/console/log";
    private static final String DAMAGED = "Deze aantekening is beschadigd: controleer het logboek";
    private static final String LAST =
            "%1$s and (shard, position) = (select shard, position from transfer_log where %1$s"
                    + " order by recorded_at desc, shard, position desc limit 1)";

    private final Browser officer = Browser.opened().as("privacy-officer");
    private Damage damage;

    @AfterEach
    void putBack() {
        if (damage != null) {
            damage.repair();
        }
    }

    @Test
    void isListedAmongWhatWasTakenOutside() {
        assertThat(Client.of("gemeente-regisseur")
                        .post(
                                "/v1/log-entries/_exporteer",
                                Message.of("{\"ground\":\"AUDIT\",\"reference\":\"FG-1\",\"form\":\"LDV\"}")
                                        .text("/caseReference", Messages.reference("Z")))
                        .send()
                        .status())
                .isEqualTo(200);
        Tables.asOwner();
        damage = Damage.to(LAST.formatted("kind = 'EXPORT'"));

        String page = officer.get(PAGE).body();
        assertThat(page.substring(page.lastIndexOf("exports-caption\">")))
                .containsOnlyOnce(DAMAGED)
                .doesNotContain("??");
        assertThat(Browser.inEnglish().as("operator").get(PAGE).body())
                .containsOnlyOnce("This entry is damaged: verify the log");
        assertThat(damage.alarms()).isOne();
    }

    @Test
    void isSaidToBeDamagedWhereItIsTheLastVerification() {
        verify();
        verify();
        Tables.asOwner();
        damage = Damage.to(LAST.formatted("kind = 'OPERATION' and reason = 'VERIFY_LOG'"));

        assertThat(officer.get(PAGE).body())
                .containsPattern("class=\"answer outcome-BROKEN\">\\s*<p class=\"govuk-body\"><strong>" + DAMAGED)
                .doesNotContain("Laatste controle op", "??");
        assertThat(damage.alarms()).isOne();
        assertThat(officer.get("/console/today").body())
                .containsPattern(Pattern.compile(
                        "todo-NOW(?:(?!</li>).)*De uitkomst van de laatste controle van het logboek, op [^,]+, is beschadigd"
                                + "(?:(?!</li>).)*href=\"/console/log\"",
                        Pattern.DOTALL))
                .containsPattern("<dd class=\"govuk-summary-list__value\">[^<]+: " + DAMAGED + "</dd>")
                .doesNotContain("??");
        assertThat(Browser.inEnglish().as("operator").get("/console/today").body())
                .contains("The outcome of the last verification of the log, on ", "is damaged")
                .contains(": This entry is damaged: verify the log</dd>");
    }

    private void verify() {
        String token = Browser.token(officer.get(PAGE));
        String work = officer.post(PAGE + "/verification", Map.of("_csrf", token, "paper", ""))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceAll("^https://[^/]*", "");
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> officer.get(work).body().contains("outcome-"));
    }
}
