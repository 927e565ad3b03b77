package nl.sluiswachter.transferlog;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import nl.sluiswachter.kernel.crypto.Pem;
import nl.sluiswachter.kernel.crypto.SigningKey;

/** Keys for receipts as JWK (RFC 7517). The id of a key is its thumbprint, so that it is the same in every file and set. */
final class CertifiedKeys {

    private CertifiedKeys() {}

    /** The key that signs. */
    static JWK of(SigningKey pair) throws JOSEException {
        return pair.publicKey() instanceof ECPublicKey curve
                ? new ECKey.Builder(Curve.P_256, curve)
                        .privateKey(pair.privateKey())
                        .keyIDFromThumbprint()
                        .build()
                : new RSAKey.Builder((RSAPublicKey) pair.publicKey())
                        .privateKey(pair.privateKey())
                        .keyIDFromThumbprint()
                        .build();
    }

    /** The keys that the first certificates of these PEM files are of, each with the chain of its file. */
    static List<JWK> in(List<Path> files) throws IOException, GeneralSecurityException, JOSEException {
        List<JWK> keys = new ArrayList<>();
        for (Path file : files) {
            keys.add(of(Pem.certificates(file)));
        }
        return keys;
    }

    private static JWK of(List<X509Certificate> chain) throws GeneralSecurityException, JOSEException {
        List<Base64> encoded = new ArrayList<>();
        for (X509Certificate one : chain) {
            encoded.add(Base64.encode(one.getEncoded()));
        }
        PublicKey key = chain.get(0).getPublicKey();
        return key instanceof ECPublicKey curve
                ? new ECKey.Builder(Curve.forECParameterSpec(curve.getParams()), curve)
                        .x509CertChain(encoded)
                        .keyIDFromThumbprint()
                        .build()
                : new RSAKey.Builder((RSAPublicKey) key)
                        .x509CertChain(encoded)
                        .keyIDFromThumbprint()
                        .build();
    }
}
