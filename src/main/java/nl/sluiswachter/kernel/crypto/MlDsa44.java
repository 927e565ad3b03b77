package nl.sluiswachter.kernel.crypto;

import java.security.SecureRandom;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.pqc.crypto.mldsa.MLDSAParameters;
import org.bouncycastle.pqc.crypto.mldsa.MLDSAPrivateKeyParameters;
import org.bouncycastle.pqc.crypto.mldsa.MLDSAPublicKeyParameters;
import org.bouncycastle.pqc.crypto.mldsa.MLDSASigner;

/** ML-DSA-44 (FIPS 204) with an empty context: signatures that a quantum computer cannot forge. */
public final class MlDsa44 {

    /** Of a private key, from which all of it is made. */
    public static final int SEED_BYTES = 32;

    /** Of a public key. */
    public static final int KEY_BYTES = 1312;

    /** Of a signature. */
    public static final int SIGNATURE_BYTES = 2420;

    private static final MLDSAParameters PARAMETERS = MLDSAParameters.ml_dsa_44;

    private MlDsa44() {}

    /** The public key of a seed. */
    public static byte[] publicKey(byte[] seed) {
        return privateKey(seed).getPublicKeyParameters().getEncoded();
    }

    /** Signs; each time another signature. */
    public static byte[] sign(byte[] seed, byte[] message) {
        MLDSASigner signer = new MLDSASigner();
        signer.init(true, new ParametersWithRandom(privateKey(seed), new SecureRandom()));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("ML-DSA-44 could not sign", e);
        }
    }

    /** Whether the key signed the message; false for a signature of any other length. */
    public static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
        if (publicKey.length != KEY_BYTES || signature.length != SIGNATURE_BYTES) {
            return false;
        }
        MLDSASigner verifier = new MLDSASigner();
        verifier.init(false, new MLDSAPublicKeyParameters(PARAMETERS, publicKey));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }

    private static MLDSAPrivateKeyParameters privateKey(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("An ML-DSA-44 seed has 32 bytes");
        }
        return new MLDSAPrivateKeyParameters(PARAMETERS, seed);
    }
}
