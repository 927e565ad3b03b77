package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import nl.sluiswachter.transferlog.LogKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a gateway wrote is never read as damaged: each kind as what does it writes it, not as a test makes it. */
class EveryKindTest {

    /** Of commands, of the database and of partners that cannot be reached: looked at where others did it before. */
    private static final Set<LogKind> ELSEWHERE = EnumSet.of(
            LogKind.CATALOGUE,
            LogKind.EPOCH,
            LogKind.DESTRUCTION,
            LogKind.ARCHIVE,
            LogKind.OPERATION,
            LogKind.DELIVERY_FAILED);

    private static final Client OFFICER = Client.of("gemeente-regisseur");
    private static final Client MUNICIPALITY = Client.of("gemeente-wmo");

    @BeforeAll
    static void doEverything() {
        ConsoleSeeds.sow();
        MUNICIPALITY.dryRun(Messages.allocation());
        acknowledge(MUNICIPALITY.transfer(Messages.allocation()).transferId());
        stop();
        judgeAReport();
        OFFICER.post("/v1/log-holds", asked("INVESTIGATION").text("/caseReference", "Z-KIND"))
                .send();
        OFFICER.post("/v1/log-entries/_exporteer", asked("SUPERVISION").text("/form", "CSV"))
                .send();
    }

    private static void acknowledge(String transfer) {
        Client provider = Client.of("wmo-aanbieder");
        provider.get("/v1/inbox/" + transfer).send();
        provider.post("/v1/inbox/" + transfer + "/acknowledgement", Message.of("{\"status\":\"ACCEPTED\"}"))
                .send();
    }

    private static void stop() {
        String consent = Registers.consentBy(
                "gemeente-wmo",
                Registers.consent(Messages.ANNA, "WELFARE_REFERRAL", "WELZIJN", "identity", "contact", "support"));
        MUNICIPALITY.transfer(Messages.referral());
        Registers.withdraw("gemeente-wmo", consent);
    }

    private static void judgeAReport() {
        HiddenResident resident = new HiddenResident("7600");
        String hidden = resident.isReported();
        String reference = Messages.reference("KIND-");
        resident.isGivenAReport(reference);
        Client.of("gemeente-jeugd")
                .post(
                        "/v1/report-reviews/" + reviewOf(reference) + "/verdict",
                        Message.of("{\"verdict\":\"UPHOLD\",\"reason\":\"PROTECTS_SOMEBODY\",\"reference\":\"FG-9\"}")
                                .with("/transfers", "[\"" + hidden + "\"]"))
                .send();
    }

    private static String reviewOf(String reference) {
        Tables.asOwner();
        for (JsonNode review : Client.of("gemeente-jeugd")
                .get("/v1/report-reviews")
                .send()
                .json()
                .path("reviews")) {
            if (review.path("reference").asText().equals(reference)) {
                return review.path("reviewId").asText();
            }
        }
        throw new AssertionError("No review of " + reference);
    }

    @ParameterizedTest
    @EnumSource
    void isReadWholeAsItsWriterWroteIt(LogKind kind) {
        Tables.asOwner();
        Message ask = asked("SUPERVISION")
                .text("/kind", kind.name())
                .text("/from", Instant.now().minus(Duration.ofDays(1)).toString());
        int entries = 0;
        String cursor = "";
        do {
            Reply page = OFFICER.post("/v1/log-entries/_zoek", cursor.isEmpty() ? ask : ask.text("/cursor", cursor))
                    .send();
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            for (JsonNode entry : page.json().path("entries")) {
                assertThat(entry.path("damaged").asBoolean())
                        .as(entry.toString())
                        .isFalse();
                entries++;
            }
            cursor = page.json().path("nextCursor").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));

        assertThat(entries).matches(count -> count > 0 || ELSEWHERE.contains(kind), "found");
    }

    private static Message asked(String ground) {
        return Message.of("{\"ground\":\"%s\",\"reference\":\"%s\"}".formatted(ground, Messages.reference("KIND-")));
    }
}
