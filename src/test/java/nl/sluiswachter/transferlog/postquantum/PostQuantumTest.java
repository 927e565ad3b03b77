package nl.sluiswachter.transferlog.postquantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import nl.sluiswachter.kernel.crypto.MlDsa44;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.Ed25519;
import nl.sluiswachter.transferlog.merkle.Ed25519Signer;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.NoteCheck;
import nl.sluiswachter.transferlog.merkle.NoteKey;
import nl.sluiswachter.transferlog.merkle.NoteSignature;
import nl.sluiswachter.transferlog.merkle.NoteVerifier;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.merkle.SignerKey;
import nl.sluiswachter.transferlog.merkle.TreeHashing;
import nl.sluiswachter.transferlog.merkle.Trust;
import nl.sluiswachter.transferlog.merkle.TrustPolicy;
import nl.sluiswachter.transferlog.merkle.VerifierKey;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class PostQuantumTest {

    private static final String ORIGIN = "sluiswachter/00000099000000000100/1";
    private static final long SECONDS = 1_795_000_000L;
    private static final Checkpoint TREE = Checkpoint.of(ORIGIN, 3, TreeHashing.leaf(new byte[1]));

    private final byte[] seed = Arrays.copyOf(new byte[] {7, 4}, MlDsa44.SEED_BYTES);
    private final PostQuantumSigner signer =
            new PostQuantumSigner(ORIGIN, seed, Clock.fixed(Instant.ofEpochSecond(SECONDS), ZoneOffset.UTC));
    private final SignerKey first = SignerKey.of(ORIGIN, Ed25519.NOTE, new byte[32]);

    @Test
    void signsACheckpointASecondTimeAndItsKeyVerifiesIt() throws Exception {
        SignedCheckpoint signed = SignedCheckpoint.parse(signed(TREE).bytes());

        assertThat(signed.note().signatures()).hasSize(2);
        assertThat(signed.note().check(List.of(verifier()))).isInstanceOf(NoteCheck.Verified.class);
        assertThat(VerifierKey.parse(signer.verifierKey().text())).isEqualTo(signer.verifierKey());
    }

    @Test
    void whoDoesNotKnowTheSecondKeyPassesItOver() throws Exception {
        TrustPolicy policy =
                new TrustPolicy(ORIGIN, List.of(first.verifierKey().verifier(Ed25519.types())), List.of(), 0);

        assertThat(policy.check(signed(TREE))).isInstanceOf(Trust.Given.class);
    }

    @Test
    void doesNotVerifyAnotherTreeAnotherTimeOrAnotherName() throws Exception {
        NoteSignature good = signed(TREE).note().signatures().get(1);
        byte[] late = good.bytes();
        late[7]++;

        assertThat(verifier().verifies(text(TREE), good.bytes())).isTrue();
        assertThat(verifier().verifies(text(TREE), late)).isFalse();
        assertThat(verifier().verifies(text(TREE), new byte[0])).isFalse();
        assertThat(verifier().verifies("no checkpoint\n".getBytes(StandardCharsets.UTF_8), good.bytes()))
                .isFalse();
        assertThat(verifier().verifies(text(Checkpoint.of(ORIGIN, 4, TREE.root())), good.bytes()))
                .isFalse();
        assertThat(verifier().verifies(text(Checkpoint.of(ORIGIN + "0", 3, TREE.root())), good.bytes()))
                .isFalse();
        assertThat(VerifierKey.of("other", PostQuantum.NUMBER, MlDsa44.publicKey(seed))
                        .verifier(List.of(new PostQuantum()))
                        .verifies(text(TREE), good.bytes()))
                .isFalse();
    }

    @Test
    void signsWhatTlogCosignatureSays() {
        byte[] message = SignedTree.message("w", SECONDS, text(TREE)).orElseThrow();

        assertThat(HexFormat.of().formatHex(message))
                .isEqualTo(HexFormat.of().formatHex("subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII))
                        + "0177"
                        + HexFormat.of().toHexDigits(SECONDS)
                        + HexFormat.of().toHexDigits((byte) ORIGIN.length())
                        + HexFormat.of().formatHex(ORIGIN.getBytes(StandardCharsets.US_ASCII))
                        + "0000000000000000"
                        + "0000000000000003"
                        + TREE.root());
        assertThat(signer.key()).isEqualTo(NoteKey.of(ORIGIN, (byte) 6, MlDsa44.publicKey(seed)));
    }

    @Test
    void aLibraryThatHasNothingToDoWithItVerifiesIt() throws Exception {
        Assumptions.assumeTrue(hasOwn(), "This JDK has no ML-DSA (it came with 24)");
        byte[] head = HexFormat.of().parseHex("30820532300b060960864801650304031103820521" + "00");
        byte[] encoded = ByteBuffer.allocate(head.length + MlDsa44.KEY_BYTES)
                .put(head)
                .put(MlDsa44.publicKey(seed))
                .array();
        PublicKey key = KeyFactory.getInstance("ML-DSA-44").generatePublic(new X509EncodedKeySpec(encoded));
        byte[] signature = signer.sign(text(TREE));
        Signature verifier = Signature.getInstance("ML-DSA-44");
        verifier.initVerify(key);
        verifier.update(SignedTree.message(ORIGIN, SECONDS, text(TREE)).orElseThrow());

        assertThat(verifier.verify(Arrays.copyOfRange(signature, Long.BYTES, signature.length)))
                .isTrue();
    }

    @Test
    void refusesOtherKeysAndOtherTexts() {
        assertThatThrownBy(() -> signer.sign("no checkpoint\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        VerifierKey.of("w", PostQuantum.NUMBER, new byte[32]).verifier(List.of(new PostQuantum())))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new PostQuantumSigner("w", new byte[31], Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean hasOwn() {
        try {
            return Signature.getInstance("ML-DSA-44") != null;
        } catch (NoSuchAlgorithmException e) {
            return false;
        }
    }

    private SignedCheckpoint signed(Checkpoint checkpoint) throws Malformed {
        return SignedCheckpoint.sign(checkpoint, List.of(new Ed25519Signer(first), signer));
    }

    private NoteVerifier verifier() throws Malformed {
        return signer.verifierKey().verifier(List.of(new PostQuantum()));
    }

    private static byte[] text(Checkpoint checkpoint) {
        return checkpoint.text().getBytes(StandardCharsets.UTF_8);
    }
}
