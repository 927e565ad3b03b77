package nl.sluiswachter.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * A key that verifies receipts, as a JWK has it (RFC 7517): EC P-256 for ES256, RSA for PS256 (RFC 7518 sections 3.4 and 3.5).
 *
 * @param id kid; empty where it has none
 * @param algorithm the one that belongs to a key of this kind; what a receipt says must be the same
 */
record ReceiptKey(String id, String algorithm, PublicKey key) {

    private static final String WRONG = "The key of the receipt is not a JWK of kind EC P-256 or RSA.";
    private static final int SHORTEST_RSA = 2048;
    private static final int PSS_SALT = 32;

    /** Reads one JWK. */
    static ReceiptKey of(JsonNode jwk) throws Unreadable {
        String id = jwk.path("kid").asText("");
        try {
            return switch (jwk.path("kty").asText("")) {
                case "EC" -> new ReceiptKey(id, "ES256", ellipticCurve(jwk));
                case "RSA" -> new ReceiptKey(id, "PS256", rsa(jwk));
                default -> throw new Unreadable(WRONG);
            };
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Unreadable(WRONG);
        }
    }

    /** Whether the key signed these bytes. */
    boolean verifies(byte[] signed, byte[] signature) {
        try {
            Signature verification = verification();
            verification.initVerify(key);
            verification.update(signed);
            return verification.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // as of a signature of the wrong length
        }
    }

    private Signature verification() throws GeneralSecurityException {
        if (algorithm.equals("ES256")) {
            return Signature.getInstance("SHA256withECDSAinP1363Format");
        }
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSS_SALT, 1));
        return pss;
    }

    private static PublicKey ellipticCurve(JsonNode jwk) throws GeneralSecurityException, Unreadable {
        if (!jwk.path("crv").asText("").equals("P-256")) {
            throw new Unreadable(WRONG);
        }
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(number(jwk, "x"), number(jwk, "y"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static PublicKey rsa(JsonNode jwk) throws GeneralSecurityException, Unreadable {
        BigInteger modulus = number(jwk, "n");
        if (modulus.bitLength() < SHORTEST_RSA) {
            throw new Unreadable(WRONG);
        }
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, number(jwk, "e")));
    }

    private static BigInteger number(JsonNode jwk, String member) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path(member).asText("")));
    }
}
