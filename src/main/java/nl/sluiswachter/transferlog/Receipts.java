package nl.sluiswachter.transferlog;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transfer.Decided;

/**
 * Signs what the gateway tells a sender: a compact JWS (RFC 7515), with ES256 when the key is EC P-256 and PS256 when it is RSA.
 */
public final class Receipts {

    private static final String WRONG_KEY =
            "The signing key must be EC P-256, or RSA of at least 3072 bits, with its private part";
    private static final int SHORTEST_RSA = 3072;

    private final Oin issuer;
    private final JWKSet published;
    private final JWSSigner signer;
    private final JWSHeader header;

    /**
     * @param issuer the municipality that runs the gateway
     * @param key EC P-256 or RSA with its private part and key id
     */
    public Receipts(Oin issuer, JWK key) {
        this(issuer, key, List.of());
    }

    /**
     * @param certified public keys with their certificates: this one's, and those that signed before, whose receipts verify on
     */
    public Receipts(Oin issuer, JWK key, List<JWK> certified) {
        if (!key.isPrivate()) {
            throw new IllegalArgumentException(WRONG_KEY);
        }
        this.issuer = issuer;
        this.published = published(key, certified);
        this.header =
                new JWSHeader.Builder(algorithm(key)).keyID(key.getKeyID()).build();
        try {
            this.signer = key instanceof ECKey curve ? new ECDSASigner(curve) : new RSASSASigner(key.toRSAKey());
        } catch (JOSEException e) {
            throw new IllegalArgumentException(WRONG_KEY, e);
        }
    }

    private static JWSAlgorithm algorithm(JWK key) {
        if (key instanceof ECKey curve && Curve.P_256.equals(curve.getCurve())) {
            return JWSAlgorithm.ES256;
        }
        if (key instanceof RSAKey rsa && rsa.size() >= SHORTEST_RSA) {
            return JWSAlgorithm.PS256;
        }
        throw new IllegalArgumentException(WRONG_KEY);
    }

    /** The present one first, with its certificates when there are. */
    private static JWKSet published(JWK key, List<JWK> certified) {
        Map<String, JWK> all = new LinkedHashMap<>();
        all.put(key.getKeyID(), published(key));
        certified.forEach(one -> all.put(one.getKeyID(), published(one)));
        return new JWKSet(List.copyOf(all.values()));
    }

    private static JWK published(JWK key) {
        JWSAlgorithm algorithm = algorithm(key);
        return key instanceof ECKey curve
                ? new ECKey.Builder(curve.toPublicJWK())
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(algorithm)
                        .build()
                : new RSAKey.Builder(key.toRSAKey().toPublicJWK())
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(algorithm)
                        .build();
    }

    /** The keys with which anybody can verify a receipt, public parts only: a JWK Set (RFC 7517) as JSON. */
    public String verificationKeys() {
        return published.toString(true);
    }

    /** The public key of a receipt, as the members of a JWK; empty when it is not published any more. */
    public Optional<Map<String, Object>> keyOf(String receipt) {
        try {
            return Optional.ofNullable(published.getKeyByKeyId(
                            JWSObject.parse(receipt).getHeader().getKeyID()))
                    .map(JWK::toJSONObject);
        } catch (ParseException e) {
            throw new IllegalStateException("A receipt of our own is well-formed", e);
        }
    }

    /** The statement about a decision and the log entry that holds it. */
    String sign(Decided decided, byte[] entryHash, Instant recordedAt) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer.value());
        claims.put("aud", decided.submitted().sender().oin().value());
        claims.put("iat", recordedAt.getEpochSecond());
        claims.put("transferId", decided.submitted().transferId().toString());
        claims.put("decision", decided.isPermit() ? "PERMIT" : "DENY");
        claims.put("dryRun", decided.submitted().dryRun());
        claims.put("requestDigest", "sha256:" + decided.submitted().requestDigest());
        claims.put("entryHash", "sha256:" + HexFormat.of().formatHex(entryHash));
        claims.put("policyVersion", decided.submitted().catalogue().version());
        return sign(claims);
    }

    /**
     * The statement to a receiver: which entry holds the decision, and what the entry says it was delivered. The entry itself
     * it may not read, because that names what was left out.
     *
     * @param payload the commitment of the entry to what was delivered; empty where there is none
     */
    public String forReceiver(LoggedTransfer transfer, Oin receiver, byte[] entryHash, Optional<byte[]> payload) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer.value());
        claims.put("aud", receiver.value());
        claims.put("iat", transfer.decidedAt().getEpochSecond());
        claims.put("transferId", transfer.transferId().toString());
        claims.put("decision", transfer.permit() ? "PERMIT" : "DENY");
        claims.put("entryHash", "sha256:" + HexFormat.of().formatHex(entryHash));
        payload.ifPresent(bytes -> claims.put("payload", Base64.getEncoder().encodeToString(bytes)));
        return sign(claims);
    }

    private String sign(Map<String, Object> claims) {
        JWSObject jws = new JWSObject(header, new Payload(claims));
        try {
            jws.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("The receipt could not be signed", e);
        }
        return jws.serialize();
    }
}
