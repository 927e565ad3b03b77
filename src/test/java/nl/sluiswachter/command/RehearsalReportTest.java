package nl.sluiswachter.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import nl.sluiswachter.activation.RehearsalSummary;
import nl.sluiswachter.transferlog.ImageRange;
import org.junit.jupiter.api.Test;

/** What an officer reads before signing, for rehearse, approve and activate alike. */
class RehearsalReportTest {

    private static final ImageRange RANGE = new ImageRange(Instant.parse("2026-11-22T09:00:00Z"), "1:1:");

    @Test
    void saysHowManyDecisionsCouldNotBeRehearsed() {
        assertThat(printed(2)).contains("10 recorded decisions: 8 the same").contains("2 could NOT BE REHEARSED");
    }

    @Test
    void isSilentAboutItWhenAllCould() {
        assertThat(printed(0)).contains("10 the same").doesNotContain("NOT BE REHEARSED");
    }

    private static String printed(long notRehearsable) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, UTF_8);
        RehearsalSummary.Totals totals = new RehearsalSummary.Totals(10, 10 - notRehearsable, 0, notRehearsable, 0, 0);
        new RehearsalReport(new Terminal(stream, stream))
                .print(new RehearsalSummary("sha256:a", "sha256:b", RANGE, totals, totals, List.of(), ""));
        return out.toString(UTF_8);
    }
}
