package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.stream.StreamSupport;
import nl.sluiswachter.transferlog.figures.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An officer sees how much is exchanged and refused, without searching for anybody. */
class FiguresAcceptanceTest {

    private static final YearMonth MONTH = YearMonth.now(ZoneOffset.UTC);

    private final Client municipality = Client.of("gemeente-wmo");
    private final Client officer = Client.of("gemeente-regisseur");

    @Test
    void countsWhatWasDecidedAndNotWhatWasAskedOnTrial() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
        long permitted = transfers("WMO_ALLOCATION", "PERMIT");
        long refused = transfers("WELFARE_REFERRAL", "DENY");

        municipality.transfer(Messages.allocation());
        municipality.dryRun(Messages.allocation());
        municipality.transfer(Messages.referral());

        assertThat(transfers("WMO_ALLOCATION", "PERMIT")).isEqualTo(permitted + 1);
        assertThat(transfers("WELFARE_REFERRAL", "DENY")).isEqualTo(refused + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?from=2026-01",
                "?from=2026-13&to=2026-12",
                "?from=2026-02&to=2026-01",
                "?from=2024-01&to=2026-01",
                "?from=januari&to=2026-01"
            })
    void saysWhichMonthsItExpects(String query) {
        Reply reply = officer.get("/v1/figures" + query).bad().send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/invalidParams")).isNotEmpty();
        assertThat(reply.text()).doesNotContain("januari");
    }

    @Test
    void isThereForTheMunicipalityOnly() {
        assertThat(Client.of("huisarts").get(path()).send().status()).isEqualTo(404);
    }

    private long transfers(String type, String outcome) {
        Tables.asOwner();
        RunningGateway.shared().bean(Figures.class).count();
        Reply reply = officer.get(path()).send();
        assertThat(reply.status()).isEqualTo(200);
        return StreamSupport.stream(reply.json().path("figures").spliterator(), false)
                .filter(row -> row.path("exchangeType").asText().equals(type))
                .filter(row -> row.path("outcome").asText().equals(outcome))
                .mapToLong(row -> row.path("transfers").asLong())
                .sum();
    }

    private static String path() {
        return "/v1/figures?from=%s&to=%s".formatted(MONTH, MONTH);
    }
}
