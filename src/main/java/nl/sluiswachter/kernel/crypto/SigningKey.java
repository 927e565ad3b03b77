package nl.sluiswachter.kernel.crypto;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import org.bouncycastle.crypto.ec.CustomNamedCurves;

/** The EC P-256 key pair with which the gateway signs receipts, from the file with its private part. */
public record SigningKey(ECPrivateKey privateKey, ECPublicKey publicKey) {

    private static final int BITS = 256;

    /**
     * Reads an unencrypted PKCS#8 PEM file.
     *
     * @throws IOException when it cannot be read or holds no private key
     * @throws GeneralSecurityException when the key is not EC P-256
     */
    public static SigningKey read(Path file) throws IOException, GeneralSecurityException {
        if (!(Pem.privateKey(file) instanceof ECPrivateKey key)
                || key.getParams().getCurve().getField().getFieldSize() != BITS) {
            throw new GeneralSecurityException("An EC P-256 key is expected");
        }
        return new SigningKey(key, publicKey(key));
    }

    private static ECPublicKey publicKey(ECPrivateKey key) throws GeneralSecurityException {
        org.bouncycastle.math.ec.ECPoint point = CustomNamedCurves.getByName("secp256r1")
                .getG()
                .multiply(key.getS())
                .normalize();
        ECPoint affine = new ECPoint(
                point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(affine, key.getParams()));
    }
}
