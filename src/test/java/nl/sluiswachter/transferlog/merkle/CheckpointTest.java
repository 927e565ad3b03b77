package nl.sluiswachter.transferlog.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointTest {
    /** From C2SP tlog-cosignature; the keys were not published. */
    private static final String EXAMPLE =
            """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
            """;

    private final SomeTree tree = SomeTree.of(300);

    @Test
    void readsAndWritesTheExampleOfTheSpecification() throws Malformed {
        SignedCheckpoint signed = SignedCheckpoint.parse(EXAMPLE.getBytes(UTF_8));

        assertThat(signed.bytes()).isEqualTo(EXAMPLE.getBytes(UTF_8));
        assertThat(signed.checkpoint().origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(signed.checkpoint().size()).isEqualTo(20_852_163);
        assertThat(signed.checkpoint().text()).isEqualTo(signed.note().text());
        assertThat(Cosignature.seconds(signed.note().signatures().get(1))).contains(1_679_315_147L);
        assertThat(Cosignature.seconds(signed.note().signatures().get(0))).isEmpty();
    }

    @Test
    void keepsExtensionLines() throws Malformed {
        Checkpoint checkpoint = new Checkpoint("o", 300, tree.edge.root(), List.of("epoch 2", "+"));

        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
        assertThatThrownBy(() -> new Checkpoint("o", 300, tree.edge.root(), List.of("")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Checkpoint.of("o\n1", 300, tree.edge.root()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cosignsTheTextAndTheTime() throws Malformed {
        SignedCheckpoint signed = SomeLog.signed(tree);
        NoteSignature cosignature = signed.cosign(SomeLog.WITNESS);
        NoteVerifier verifier = SomeLog.verifier(SomeLog.WITNESS_KEY);
        byte[] text = signed.checkpoint().text().getBytes(UTF_8);
        byte[] bytes = cosignature.bytes();

        assertThat(Cosignature.seconds(cosignature)).contains(SomeLog.SECONDS);
        assertThat(Ed25519Keys.sign(
                        SomeLog.seed(2),
                        ("cosignature/v1\ntime 1795000000\n"
                                        + signed.checkpoint().text())
                                .getBytes(UTF_8)))
                .isEqualTo(Arrays.copyOfRange(bytes, 8, 72));
        assertThat(verifier.verifies(text, bytes)).isTrue();
        for (int i = 0; i < bytes.length; i++) {
            byte[] altered = bytes.clone();
            altered[i] ^= 1;
            assertThat(verifier.verifies(text, altered)).isFalse();
        }
        assertThat(verifier.verifies(text, Arrays.copyOf(bytes, 71))).isFalse();
        assertThat(NoteSignature.parseLines(cosignature.line().getBytes(UTF_8))).containsExactly(cosignature);
    }

    @Test
    void keepsTheKindsOfKeysApart() {
        assertThat(SignerKey.of("a", Ed25519.NOTE, SomeLog.seed(3))
                        .verifierKey()
                        .key())
                .isNotEqualTo(SignerKey.of("a", Ed25519.COSIGNATURE, SomeLog.seed(3))
                        .verifierKey()
                        .key());
        assertThatThrownBy(() -> new Ed25519Signer(SomeLog.WITNESS_KEY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SomeLog.WITNESS.sign("hello\n".getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void believesTheLogAndEnoughWitnesses() throws Malformed {
        SignedCheckpoint signed = SomeLog.signed(tree);
        SignedCheckpoint seen = signed.with(List.of(signed.cosign(SomeLog.WITNESS)));

        assertThat(SomeLog.policy(0).check(signed)).isEqualTo(new Trust.Given(signed.checkpoint(), List.of()));
        assertThat(SomeLog.policy(1).check(signed)).isEqualTo(new Trust.Refused(Distrust.TOO_FEW_WITNESSES));
        assertThat(SomeLog.policy(1).check(seen))
                .isEqualTo(new Trust.Given(
                        signed.checkpoint(), seen.note().signatures().subList(1, 2)));
    }

    @Test
    void saysWhyItDoesNotBelieve() throws Malformed {
        Checkpoint here = Checkpoint.of(SomeLog.ORIGIN, 300, tree.edge.root());
        SignedCheckpoint signed = SomeLog.signed(tree);
        SignedCheckpoint elsewhere =
                SignedCheckpoint.sign(Checkpoint.of("other.example", 300, tree.edge.root()), List.of(SomeLog.SIGNER));
        SignedCheckpoint byAnother = SignedCheckpoint.sign(
                here, List.of(new Ed25519Signer(SignerKey.of(SomeLog.ORIGIN, Ed25519.NOTE, SomeLog.seed(9)))));
        SignedCheckpoint altered = SignedCheckpoint.parse(
                new String(signed.bytes(), UTF_8).replace("\n300\n", "\n301\n").getBytes(UTF_8));

        assertThat(SomeLog.policy(0).check(elsewhere)).isEqualTo(new Trust.Refused(Distrust.OTHER_ORIGIN));
        assertThat(SomeLog.policy(0).check(byAnother)).isEqualTo(new Trust.Refused(Distrust.UNKNOWN_SIGNER));
        assertThat(SomeLog.policy(0).check(altered)).isEqualTo(new Trust.Refused(Distrust.FORGED));
    }
}
