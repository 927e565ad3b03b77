package nl.sluiswachter.kernel.crypto;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/** A person's signature with SHA-256: ECDSA with a P-256 key or larger, RSASSA-PSS with an RSA key of 2048 bits or more. */
public final class PersonalSignature {

    private static final int SMALLEST_EC = 256;
    private static final int SMALLEST_RSA = 2048;
    private static final int SALT = 32;

    private PersonalSignature() {}

    /** Whether such a key can sign. */
    public static boolean isStrong(Object key) {
        return key instanceof ECKey ec && ec.getParams().getCurve().getField().getFieldSize() >= SMALLEST_EC
                || key instanceof RSAKey rsa && rsa.getModulus().bitLength() >= SMALLEST_RSA;
    }

    /**
     * Signs the statement.
     *
     * @throws GeneralSecurityException when the key cannot sign
     */
    public static byte[] of(PrivateKey key, byte[] statement) throws GeneralSecurityException {
        Signature signature = algorithm(key);
        signature.initSign(key);
        signature.update(statement);
        return signature.sign();
    }

    /** Whether the key's holder signed the statement. */
    public static boolean isValid(PublicKey key, byte[] statement, byte[] signed) {
        try {
            Signature signature = algorithm(key);
            signature.initVerify(key);
            signature.update(statement);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Signature algorithm(Object key) throws GeneralSecurityException {
        if (!isStrong(key)) {
            throw new GeneralSecurityException("An EC key of 256 bits or an RSA key of 2048 bits is expected");
        }
        if (key instanceof ECKey) {
            return Signature.getInstance("SHA256withECDSA");
        }
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, SALT, 1));
        return pss;
    }
}
