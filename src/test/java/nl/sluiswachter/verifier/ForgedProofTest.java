package nl.sluiswachter.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.crypto.ExampleAuthority;
import nl.sluiswachter.kernel.crypto.ExampleIdentity;
import nl.sluiswachter.kernel.crypto.ExampleSubject;
import nl.sluiswachter.kernel.crypto.KeyKind;
import nl.sluiswachter.transferlog.entry.Commitment;
import nl.sluiswachter.transferlog.entry.EntryHash;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.merkle.Limits;
import nl.sluiswachter.transferlog.proof.TransferProof;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proofs that prove something else than they say, each made by somebody who has the gateway's key for receipts. */
class ForgedProofTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UUID TRANSFER = new UUID(7, 1);
    private static final byte[] CONTENT = "what was delivered".getBytes(StandardCharsets.UTF_8);
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-12-31T00:00:00Z");
    private static final byte[] SALT = new byte[Commitment.BYTES];

    @TempDir
    private Path folder;

    private ECKey key = key(Curve.P_256, "k1");
    private final Map<String, Object> header = new HashMap<>(Map.of("alg", "ES256", "kid", "k1"));
    private final Map<String, Object> claims = new HashMap<>();
    private SomeTree log;
    private ObjectNode file;

    @BeforeEach
    void proveOneOfTwoDecisions() {
        log = SomeTree.ofTwo(folder);
        TransferProof.Ready proof = log.prove(TRANSFER);
        claims.put("iss", "00000099000000000100");
        claims.put("transferId", TRANSFER.toString());
        claims.put("decision", "PERMIT");
        claims.put("entryHash", "sha256:" + EntryHash.of(proof.entry()));
        file = file(TRANSFER, proof);
        sign();
    }

    @Test
    void theGenuineOneIsSound() {
        assertThat(verdict(Optional.of(keys()))).isInstanceOf(Verdict.Sound.class);
        deliverToReceiver();
        assertThat(verdict(Optional.of(keys()))).isInstanceOf(Verdict.Sound.class);
    }

    @Test
    void whatTheFileSaysOfItsOwnKeysIsNoProof() {
        Optional<Believed> believed = Optional.of(Believed.key(log.key()));
        assertThat(open(Verifier.proof(bytes(), Optional.empty(), Optional.of(keys()), Map.of())))
                .singleElement()
                .asString()
                .startsWith("The key of the log was taken from the file itself");
        assertThat(Verifier.proof(bytes(), believed, Map.of()))
                .isInstanceOfSatisfying(Verdict.Sound.class, sound -> assertThat(sound.statements())
                        .anyMatch(line -> line.startsWith("The receipt is signed by the key in the file, and says"))
                        .contains("The key of the receipt was taken from the file itself, so anybody can have made the"
                                + " receipt: nothing here says that it is the gateway's (--keys). The decision is proven"
                                + " by the log alone."));
        assertThat(verdict(Optional.of(keys())))
                .isInstanceOfSatisfying(Verdict.Sound.class, sound -> assertThat(sound.statements())
                        .anyMatch(line -> line.startsWith("The receipt is signed, and says")));

        deliverToReceiver();
        assertThat(open(Verifier.proof(bytes(), believed, Map.of("payload", CONTENT))))
                .singleElement()
                .asString()
                .startsWith("The key of the receipt was taken from the file itself")
                .endsWith("give the keys of the gateway with --keys.");
    }

    @Test
    void aReceiptByAKeyThatIsNotTheGatewaysIsRefused() throws JOSEException {
        deliverToReceiver();
        JWKSet others = new JWKSet(
                new ECKeyGenerator(Curve.P_256).keyID("k1").generate().toPublicJWK());

        assertThat(Verifier.proof(
                        bytes(),
                        Optional.of(Believed.key(log.key())),
                        Optional.of(others.toString().getBytes(StandardCharsets.UTF_8)),
                        Map.of()))
                .isEqualTo(new Verdict.Broken("The signature of the receipt is not by the key it names."));
    }

    @Test
    void anAuthorityStandsForTheKeyThatItCertifiedForTheGatewayOnly() {
        ExampleAuthority authority = ExampleAuthority.named("Authority", FROM, UNTIL);
        ExampleAuthority stranger = ExampleAuthority.named("Authority", FROM, UNTIL);
        claims.put("iat", FROM.plusSeconds(9).getEpochSecond());

        deliverToReceiver();
        assertThat(verdict(Optional.of(authority.pem())))
                .isEqualTo(new Verdict.Broken("The key of the receipt has no certificate that is its own."));
        certify(authority, "00000099000000000100");
        assertThat(verdict(Optional.of(authority.pem())))
                .isInstanceOfSatisfying(Verdict.Sound.class, sound -> assertThat(sound.statements())
                        .contains("An authority that is believed knows the key of the receipt as that of"
                                + " 00000099000000000100."));
        assertThat(verdict(Optional.of(stranger.pem())))
                .isEqualTo(new Verdict.Broken(
                        "The certificate of the receipt's key is by no authority that is believed, or"
                                + " was not valid then."));
        claims.put("iat", UNTIL.plusSeconds(9).getEpochSecond());
        deliverToReceiver();
        assertThat(broken(authority.pem())).contains("or was not valid then");
        claims.put("iat", FROM.plusSeconds(9).getEpochSecond());
        certify(authority, "00000099000000000200");
        assertThat(broken(authority.pem()))
                .isEqualTo("The certificate of the receipt's key is of another than the gateway that issued it.");
        claims.put("iat", Long.MAX_VALUE);
        deliverToReceiver();
        assertThat(verdict(Optional.of(authority.pem())))
                .isEqualTo(new Verdict.Unreadable("A receipt says when it was issued, in seconds."));
        assertThat(verdict(Optional.of("-----BEGIN nothing".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Verdict.Unreadable.class);
    }

    private String broken(byte[] authority) {
        Verdict verdict = verdict(Optional.of(authority));
        assertThat(verdict).isInstanceOf(Verdict.Broken.class);
        return ((Verdict.Broken) verdict).sentence();
    }

    private void certify(ExampleAuthority authority, String oin) {
        ExampleIdentity identity =
                authority.issue(new ExampleSubject("Gateway", List.of(oin), false, KeyKind.EC_P256, FROM, UNTIL));
        List<com.nimbusds.jose.util.Base64> chain =
                identity.chain().stream().map(ForgedProofTest::encoded).toList();
        key = new ECKey.Builder(Curve.P_256, (ECPublicKey) identity.leaf().getPublicKey())
                .privateKey(identity.key())
                .x509CertChain(chain)
                .keyID("k1")
                .build();
        deliverToReceiver();
    }

    private static com.nimbusds.jose.util.Base64 encoded(X509Certificate certificate) {
        try {
            return com.nimbusds.jose.util.Base64.encode(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> open(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Unproven.class);
        return ((Verdict.Unproven) verdict).open();
    }

    private byte[] keys() {
        return new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theEntryOfAnotherIsNotProven() {
        TransferProof.Ready other = log.prove(new UUID(7, 2));
        Hash hash = EntryHash.of(other.entry());
        file.put("entry", other.entry());

        assertThat(broken())
                .startsWith("The entry at shard 1, position 0 (leaf 0) with hash " + hash
                        + " is not proven by the checkpoint with root ");
    }

    @Test
    void theDecisionOnAnotherTransferIsNoProof() {
        UUID other = new UUID(7, 3);
        file.put("transferId", other.toString());
        claims.put("transferId", other.toString());
        sign();

        assertThat(broken())
                .isEqualTo("The entry with hash %s is not the decision on transfer %s.".formatted(entryHash(), other));
    }

    @Test
    void anEntryThatDecidesNothingIsNoProof() {
        UUID told = UUID.randomUUID();
        log.shards().file(0, told);
        log.publish();
        TransferProof.Ready proof = log.prove(told);
        file = file(told, proof);

        assertThat(broken())
                .isEqualTo("The entry with hash %s is not the decision on transfer %s."
                        .formatted(EntryHash.of(proof.entry()), told));
    }

    @Test
    void aReceiptForAnotherEntryIsRefused() {
        claims.put("entryHash", "sha256:" + Hash.of(new byte[32]));
        sign();

        assertThat(broken())
                .isEqualTo("The receipt is about an entry with hash sha256:%s and the entry has hash %s."
                        .formatted(Hash.of(new byte[32]), entryHash()));
    }

    @Test
    void aReceiptForAnotherTransferIsRefused() {
        claims.put("transferId", new UUID(7, 2).toString());
        sign();

        assertThat(broken()).isEqualTo("The receipt is about another transfer.");
    }

    @Test
    void aReceiptForAnotherOutcomeThanTheEntrySaysIsRefused() {
        claims.put("decision", "DENY");
        sign();

        assertThat(broken())
                .isEqualTo("The receipt is about a decision DENY and the entry with hash %s is a decision PERMIT."
                        .formatted(entryHash()));
    }

    @Test
    void aReceiptByAnotherGatewayIsRefused() {
        claims.put("iss", "00000099000000000200");
        sign();

        assertThat(broken()).isEqualTo("The receipt is by another gateway than the log.");
    }

    @Test
    void otherContentIsNotWhatWasCommittedTo() {
        deliverToReceiver();
        byte[] other = "something else".getBytes(StandardCharsets.UTF_8);

        assertThat(Verifier.proof(bytes(), Optional.of(Believed.key(log.key())), Map.of("payload", other)))
                .isEqualTo(new Verdict.Broken("The content given as payload has commitment %s and the entry has %s."
                        .formatted(
                                Hash.of(Commitment.of("payload", SALT, other)),
                                Hash.of(Commitment.of("payload", SALT, CONTENT)))));
    }

    @Test
    void aSaltHasOneLength() {
        byte[] longer = new byte[Commitment.BYTES + 1];
        deliverToReceiver();
        file.putObject("salts").put("payload", longer);

        assertThat(verdict())
                .isEqualTo(new Verdict.Unreadable(
                        "The file has no salt, or the entry no commitment, with the label of a content given."));
    }

    @Test
    void aReceiptIsSignedByTheKeyItNames() {
        header.put("kid", "k2");
        sign();
        assertThat(broken()).isEqualTo("The receipt names a key that is not among those given.");

        header.put("kid", "k1");
        sign();
        file.put("receipt", file.path("receipt").asText().replaceAll("\\.[^.]*$", "." + "A".repeat(86)));
        assertThat(broken()).isEqualTo("The signature of the receipt is not by the key it names.");
    }

    @Test
    void aReceiptIsSignedWithTheAlgorithmOfItsKeyAndAsksForNothingElse() {
        String sentence = "The receipt is not signed with the algorithm of its key.";
        for (String algorithm : List.of("none", "HS256", "PS256")) {
            header.put("alg", algorithm);
            sign();
            assertThat(broken()).isEqualTo(sentence);
        }

        header.put("alg", "ES256");
        header.put("crit", List.of("b64"));
        sign();
        assertThat(broken()).isEqualTo(sentence);
    }

    @Test
    void aReceiptThatIsTooLongIsNotRead() {
        claims.put("more", "x".repeat(16 * 1024));
        sign();

        assertThat(verdict())
                .isEqualTo(new Verdict.Unreadable("A receipt is three parts of base64url with points between them."));
    }

    @Test
    void weakOrStrangeKeysAreRefused() throws Exception {
        JWK small = new RSAKeyGenerator(1024, true).keyID("k1").generate();

        for (JWK strange : List.of(small, key(Curve.P_384, "k1"), key(Curve.P_521, "k1"))) {
            file.set("receiptKey", JSON.readTree(strange.toPublicJWK().toJSONString()));
            assertThat(verdict())
                    .isEqualTo(new Verdict.Unreadable("The key of the receipt is not a JWK of kind EC P-256 or RSA."));
        }
    }

    @Test
    void aPartOfTheLogThatIsTooLargeIsNotRead() throws IOException {
        Path export = log.export(false);
        Files.write(export.resolve("checkpoint"), new byte[Limits.NOTE_BYTES + 1]);

        assertThat(log.verify(export, Optional.empty()))
                .isEqualTo(new Verdict.Unreadable("A part of the log is larger than it can be."));
    }

    /** As the file for a receiver: without the entry, and with a commitment in the receipt. */
    private void deliverToReceiver() {
        file.put("entryHash", HexFormat.of().parseHex(entryHash()));
        file.remove("entry");
        file.putObject("salts").put("payload", SALT);
        claims.put("payload", Commitment.of("payload", SALT, CONTENT));
        sign();
    }

    private ObjectNode file(UUID transfer, TransferProof.Ready proof) {
        ObjectNode made = JSON.createObjectNode()
                .put("format", ProofFile.FORMAT)
                .put("transferId", transfer.toString())
                .put("shard", proof.shard())
                .put("position", proof.position())
                .put("entry", proof.entry())
                .put("proof", proof.proof())
                .put("verifierKey", proof.verifierKey());
        made.putObject("salts");
        return made;
    }

    private void sign() {
        try {
            Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
            String signed = encoder.encodeToString(JSON.writeValueAsBytes(header)) + "."
                    + encoder.encodeToString(JSON.writeValueAsBytes(claims));
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key.toECPrivateKey());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            file.put("receipt", signed + "." + encoder.encodeToString(signature.sign()));
            file.set("receiptKey", JSON.readTree(key.toPublicJWK().toJSONString()));
        } catch (IOException | GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Verdict verdict() {
        return verdict(Optional.empty());
    }

    private Verdict verdict(Optional<byte[]> keys) {
        Map<String, byte[]> contents = file.path("salts").has("payload") ? Map.of("payload", CONTENT) : Map.of();
        return Verifier.proof(bytes(), Optional.of(Believed.key(log.key())), keys, contents);
    }

    private String broken() {
        assertThat(verdict()).isInstanceOf(Verdict.Broken.class);
        return ((Verdict.Broken) verdict()).sentence();
    }

    private byte[] bytes() {
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String entryHash() {
        return EntryHash.of(log.prove(TRANSFER).entry()).toString();
    }

    private static ECKey key(Curve curve, String id) {
        try {
            return new ECKeyGenerator(curve).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
