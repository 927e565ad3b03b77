package nl.sluiswachter.transferlog.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogProofTest {
    private final SomeTree tree = SomeTree.of(1_000);
    private final Hash leaf = SomeTree.leaves(637, 1).get(0);

    @Test
    void provesAnEntryOffline() throws Malformed {
        LogProof proof = LogProof.of(tree.reader().inclusion(637), SomeLog.signed(tree), new byte[0]);
        LogProof read = LogProof.parse(proof.bytes());

        assertThat(read).isEqualTo(proof);
        assertThat(new String(proof.bytes(), UTF_8)).startsWith("c2sp.org/tlog-proof@v1\nindex 637\n");
        assertThat(read.check(leaf, SomeLog.policy(0))).isInstanceOf(Trust.Given.class);
        assertThat(read.check(SomeTree.leaves(638, 1).get(0), SomeLog.policy(0)))
                .isEqualTo(new Trust.Refused(Distrust.NOT_INCLUDED));
        assertThat(read.check(leaf, SomeLog.policy(1))).isEqualTo(new Trust.Refused(Distrust.TOO_FEW_WITNESSES));
    }

    @Test
    void carriesExtraData() throws Malformed {
        byte[] extra = new byte[Limits.EXTRA_BYTES];
        LogProof proof = LogProof.of(tree.reader().inclusion(0), SomeLog.signed(tree), extra);

        assertThat(LogProof.parse(proof.bytes()).extra()).isEqualTo(extra);
        assertThat(new String(proof.bytes(), UTF_8)).contains("\nextra AAAA");
    }

    @Test
    void provesTheOnlyEntryWithoutAHash() throws Malformed {
        SomeTree one = SomeTree.of(1);
        LogProof proof = LogProof.of(one.reader().inclusion(0), SomeLog.signed(one), new byte[0]);

        assertThat(LogProof.parse(proof.bytes()).check(SomeTree.leaves(0, 1).get(0), SomeLog.policy(0)))
                .isInstanceOf(Trust.Given.class);
    }

    @Test
    void believesNoChangedByte() {
        byte[] good = LogProof.of(tree.reader().inclusion(637), SomeLog.signed(tree), new byte[0])
                .bytes();
        for (int i = 0; i < good.length; i++) {
            byte[] changed = good.clone();
            changed[i] ^= 1;
            assertThat(isBelieved(changed)).as("byte " + i).isFalse();
        }
        assertThat(isBelieved(good)).isTrue();
    }

    private boolean isBelieved(byte[] proof) {
        try {
            return LogProof.parse(proof).check(leaf, SomeLog.policy(0)) instanceof Trust.Given;
        } catch (Malformed e) {
            return false;
        }
    }
}
