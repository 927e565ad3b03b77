package nl.sluiswachter.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.sluiswachter.kernel.SubjectKeys;
import org.junit.jupiter.api.Test;

class ProofLotTest {

    private static final List<UUID> TRANSFERS =
            IntStream.range(0, 2_000).mapToObj(number -> new UUID(7, number)).toList();

    @Test
    void fallsOnOneInFourAndAlwaysOnTheSame() {
        assertThat(drawn(1)).hasSizeBetween(400, 600).isEqualTo(drawn(1));
    }

    @Test
    void cannotBeDrawnAgainWithoutTheKey() {
        List<UUID> both = drawn(1).stream().filter(drawn(2)::contains).toList();

        assertThat(both).hasSizeBetween(60, 200);
    }

    private static List<UUID> drawn(int secret) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) secret);
        ProofLot lot = new ProofLot(new SubjectKeys(key));
        return TRANSFERS.stream().filter(lot::fellOn).toList();
    }
}
