package nl.sluiswachter.security;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509KeyManager;

/** The gateway's own certificate and key, for all doors. */
final class ServerIdentity {

    /** Any name; {@code UNDEFINED} certificates of Tomcat are asked for without one. */
    private static final String ALIAS = "gateway";

    private static final Map<String, String> PROBE = Map.of("EC", "SHA256withECDSA", "RSA", "SHA256withRSA");

    private final X509KeyManager keys;
    private final KeyManagerFactory factory;

    /** @throws GeneralSecurityException when the key is not that of the first certificate */
    ServerIdentity(PrivateKey key, List<X509Certificate> chain) throws GeneralSecurityException, IOException {
        requirePair(key, chain.get(0));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ALIAS, key, new char[0], chain.toArray(X509Certificate[]::new));
        factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(store, new char[0]);
        keys = (X509KeyManager) factory.getKeyManagers()[0];
    }

    /** A TLS context with this identity. */
    JdkTlsContext context(DoorTrustManager trust) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), new TrustManager[] {trust}, null);
        return new JdkTlsContext(context, keys, trust.getAcceptedIssuers());
    }

    private static void requirePair(PrivateKey key, X509Certificate leaf) throws GeneralSecurityException {
        Signature probe = Signature.getInstance(PROBE.getOrDefault(key.getAlgorithm(), key.getAlgorithm()));
        probe.initSign(key);
        byte[] signature = probe.sign();
        probe.initVerify(leaf.getPublicKey());
        if (!probe.verify(signature)) {
            throw new GeneralSecurityException("The key does not belong to the certificate");
        }
    }
}
