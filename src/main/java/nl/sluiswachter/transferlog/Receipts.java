package nl.sluiswachter.transferlog;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transfer.Decided;

/** Signs what the gateway tells a sender: a compact JWS (RFC 7515) with ES256. */
public final class Receipts {

    private static final String WRONG_KEY = "The signing key must be EC P-256 with its private part";

    private final Oin issuer;
    private final JWKSet keys;
    private final ECDSASigner signer;
    private final JWSHeader header;

    /**
     * @param issuer the municipality that runs the gateway
     * @param key EC P-256 with its private part and key id
     */
    public Receipts(Oin issuer, ECKey key) {
        if (!Curve.P_256.equals(key.getCurve()) || !key.isPrivate()) {
            throw new IllegalArgumentException(WRONG_KEY);
        }
        this.issuer = issuer;
        this.keys = new JWKSet(new ECKey.Builder(key.toPublicJWK())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .build());
        this.header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
        try {
            this.signer = new ECDSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalArgumentException(WRONG_KEY, e);
        }
    }

    /** The key set with which anybody can verify a receipt, public parts only: a JWK Set (RFC 7517) as JSON. */
    public String verificationKeys() {
        return keys.toString(true);
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
        JWSObject jws = new JWSObject(header, new Payload(claims));
        try {
            jws.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("The receipt could not be signed", e);
        }
        return jws.serialize();
    }
}
