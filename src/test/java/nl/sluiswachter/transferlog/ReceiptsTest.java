package nl.sluiswachter.transferlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transfer.Decided;
import nl.sluiswachter.transfer.SomeDecision;
import nl.sluiswachter.verifier.Verdict;
import nl.sluiswachter.verifier.Verifier;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptsTest {
    private static final Oin ISSUER = new Oin("00000099000000001000");
    private static final byte[] HASH = new byte[32];
    private static final Instant AT = Instant.parse("2026-11-21T09:00:00Z");

    private final ECKey key = newKey(Curve.P_256);
    private final Receipts receipts = new Receipts(ISSUER, key);

    @Test
    void saysWhatWasDecidedForWhomAndWhichEntryHoldsIt() throws Exception {
        Decided decided = SomeDecision.that(true);

        JWSObject receipt = JWSObject.parse(receipts.sign(decided, HASH, AT));

        Map<String, Object> claims = receipt.getPayload().toJSONObject();
        assertThat(claims)
                .containsOnly(
                        Map.entry("iss", ISSUER.value()),
                        Map.entry("aud", decided.submitted().sender().oin().value()),
                        Map.entry("iat", AT.getEpochSecond()),
                        Map.entry("transferId", decided.submitted().transferId().toString()),
                        Map.entry("decision", "PERMIT"),
                        Map.entry("dryRun", false),
                        Map.entry("requestDigest", "sha256:digest"),
                        Map.entry("entryHash", "sha256:" + HexFormat.of().formatHex(HASH)),
                        Map.entry(
                                "policyVersion", decided.submitted().catalogue().version()));
    }

    @Test
    void canBeVerifiedWithThePublicKeyAlone() throws Exception {
        JWSObject receipt = JWSObject.parse(receipts.sign(SomeDecision.that(false), HASH, AT));

        assertThat(receipt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(receipt.getHeader().getKeyID()).isEqualTo("k1");
        assertThat(receipt.getPayload().toJSONObject()).containsEntry("decision", "DENY");
        assertThat(receipt.verify(new ECDSAVerifier(key.toPublicJWK()))).isTrue();
        assertThat(receipt.verify(new ECDSAVerifier(newKey(Curve.P_256)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "PS256"})
    void isVerifiedByAnUnrelatedLibraryAndByOurVerifier(String algorithm) throws Exception {
        Receipts signing = algorithm.equals("ES256")
                ? receipts
                : new Receipts(ISSUER, new RSAKeyGenerator(3072).keyID("k1").generate());
        String receipt = signing.sign(SomeDecision.that(true), HASH, AT);

        JsonWebSignature unrelated = new JsonWebSignature();
        unrelated.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, algorithm));
        unrelated.setCompactSerialization(receipt);
        unrelated.setKey(new JsonWebKeySet(signing.verificationKeys())
                .findJsonWebKey("k1", null, null, null)
                .getKey());
        byte[] keys = signing.verificationKeys().getBytes(StandardCharsets.UTF_8);

        assertThat(unrelated.verifySignature()).isTrue();
        assertThat(unrelated.getPayload()).contains("\"entryHash\":\"sha256:" + "00".repeat(32));
        assertThat(Verifier.receipt(receipt, keys)).isInstanceOf(Verdict.Sound.class);
        assertThat(Verifier.receipt(altered(receipt), keys))
                .isEqualTo(new Verdict.Broken("The signature of the receipt is not by the key it names."));
    }

    /** Another subject of the same length in the payload. */
    private static String altered(String receipt) {
        String[] parts = receipt.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String other = claims.replace("PERMIT", "DENYED");
        return parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(other.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];
    }

    @Test
    void publishesEarlierKeysSoThatTheirReceiptsVerify() throws Exception {
        ECKey before = new ECKeyGenerator(Curve.P_256).keyID("k0").generate();
        String earlier = new Receipts(ISSUER, before).sign(SomeDecision.that(true), HASH, AT);

        Receipts now = new Receipts(ISSUER, key, List.of(before.toPublicJWK()));

        assertThat(Verifier.receipt(earlier, now.verificationKeys().getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Verdict.Sound.class);
        assertThat(now.keyOf(earlier).orElseThrow()).containsEntry("kid", "k0").doesNotContainKey("d");
        assertThat(receipts.keyOf(earlier)).isEmpty();
        assertThat(now.sign(SomeDecision.that(true), HASH, AT)).isNotEmpty();
    }

    @Test
    void refusesAnRsaKeyThatIsTooShort() throws Exception {
        JWK small = new RSAKeyGenerator(2048).keyID("k1").generate();

        assertThatThrownBy(() -> new Receipts(ISSUER, small)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aChangedReceiptIsNoReceipt() throws Exception {
        String receipt = receipts.sign(SomeDecision.that(true), HASH, AT);
        String other = receipts.sign(SomeDecision.that(false), HASH, AT);
        String mixed = receipt.split("\\.")[0] + "." + other.split("\\.")[1] + "." + receipt.split("\\.")[2];

        assertThat(JWSObject.parse(mixed).verify(new ECDSAVerifier(key))).isFalse();
    }

    @Test
    void refusesAKeyThatCannotSign() {
        assertThatThrownBy(() -> new Receipts(ISSUER, key.toPublicJWK())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnotherCurve() {
        ECKey other = newKey(Curve.P_384);

        assertThatThrownBy(() -> new Receipts(ISSUER, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("P-256");
    }

    private static ECKey newKey(Curve curve) {
        try {
            return new ECKeyGenerator(curve).keyID("k1").generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
