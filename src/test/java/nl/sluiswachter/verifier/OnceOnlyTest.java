package nl.sluiswachter.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Transfers that were decided twice, each named: one hides no other. */
class OnceOnlyTest {

    @Test
    void namesEveryTransferThatWasDecidedTwice() throws IOException {
        UUID first = new UUID(7, 1);
        UUID beside = new UUID(8, 1);
        UUID once = new UUID(9, 2);
        Findings findings = new Findings(sentence -> {});
        try (OnceOnly decisions = new OnceOnly()) {
            decisions.add(first, 0);
            decisions.add(beside, 1);
            decisions.add(once, 2);
            decisions.add(beside, 3);
            decisions.add(first, 4);
            decisions.tellRepeated(findings);
        }

        assertThat(findings.sentences())
                .containsExactly(
                        "Transfer %s was decided twice: by the entries of leaf 1 and leaf 3.".formatted(beside),
                        "Transfer %s was decided twice: by the entries of leaf 0 and leaf 4.".formatted(first));
    }
}
