package nl.sluiswachter.kernel.crypto;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import org.bouncycastle.crypto.ec.CustomNamedCurves;

/** The key pair with which the gateway signs receipts, from the file with its private part: EC P-256, or RSA. */
public record SigningKey(PrivateKey privateKey, PublicKey publicKey) {

    private static final int CURVE_BITS = 256;
    private static final int SHORTEST_RSA = 3072;

    /**
     * Reads an unencrypted PKCS#8 PEM file.
     *
     * @throws IOException when it cannot be read or holds no private key
     * @throws GeneralSecurityException when the key is neither EC P-256 nor RSA of at least 3072 bits
     */
    public static SigningKey read(Path file) throws IOException, GeneralSecurityException {
        PrivateKey key = Pem.privateKey(file);
        if (key instanceof ECPrivateKey curve
                && curve.getParams().getCurve().getField().getFieldSize() == CURVE_BITS) {
            return new SigningKey(key, publicKey(curve));
        }
        if (key instanceof RSAPrivateCrtKey rsa && rsa.getModulus().bitLength() >= SHORTEST_RSA) {
            return new SigningKey(key, publicKey(rsa));
        }
        throw new GeneralSecurityException("An EC P-256 key, or an RSA key of at least 3072 bits, is expected");
    }

    private static PublicKey publicKey(ECPrivateKey key) throws GeneralSecurityException {
        org.bouncycastle.math.ec.ECPoint point = CustomNamedCurves.getByName("secp256r1")
                .getG()
                .multiply(key.getS())
                .normalize();
        ECPoint affine = new ECPoint(
                point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(affine, key.getParams()));
    }

    private static PublicKey publicKey(RSAPrivateCrtKey key) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    }
}
