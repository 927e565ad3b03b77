package nl.sluiswachter.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import nl.sluiswachter.transfer.DecisionImage;
import nl.sluiswachter.transfer.Outcome;
import nl.sluiswachter.transferlog.ImageRange;
import org.junit.jupiter.api.Test;

/** How much a rehearsal lists of what it finds. */
class TallyTest {

    private static final int MOST_KINDS = 500;

    private final Tally tally = new Tally("old", "new", new ImageRange(Instant.EPOCH, "1:1:"), "HIDDEN"::equals);

    @Test
    void listsSoManyKindsOfConfidentialAndOfOtherExchangesApart() {
        for (int kind = 0; kind < MOST_KINDS + 2; kind++) {
            count("HIDDEN", kind);
        }
        for (int kind = 0; kind < MOST_KINDS + 3; kind++) {
            count("OPEN", kind);
        }
        count("OPEN", 0);

        RehearsalSummary summary = tally.summary();

        assertThat(summary.changes()).hasSize(2 * MOST_KINDS);
        assertThat(summary.changes().get(0).decisions()).isEqualTo(2);
        assertThat(summary.all().unlisted()).isEqualTo(5);
        assertThat(summary.open().unlisted()).isEqualTo(3);
    }

    private void count(String type, int kind) {
        tally.count(
                DecisionImage.read("{\"exchangeType\":\"" + type + "\",\"sender\":{\"oin\":\"00000099000000001000\"}}"),
                outcome(Set.of()),
                outcome(Set.of("DUTY_" + kind)));
    }

    private static Outcome outcome(Set<String> duties) {
        return new Outcome(true, Set.of(), Set.of(), Set.of(), duties);
    }
}
