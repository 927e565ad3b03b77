package nl.sluiswachter.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import nl.sluiswachter.kernel.crypto.Pem;

/** TLS for pushes: our own certificate, and per receiver the CAs registered with it and no others. */
final class PushTls {

    /** TLS 1.3 and 1.2 only (NCSC 2025, good and sufficient). */
    static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    /** AEAD with forward secrecy only (NCSC 2025). */
    static final List<String> SUITES = List.of(
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");

    private static final char[] NO_PASSWORD = {};

    private final KeyManager[] identity;

    /** @param chain our client certificate, leaf first, with its private key */
    PushTls(List<X509Certificate> chain, PrivateKey key) {
        this.identity = keyManagers(chain, key);
    }

    /**
     * A context that shows our certificate and trusts exactly these CAs.
     *
     * @param trustPem CA certificates, PEM
     * @throws GeneralSecurityException when there is none or one cannot be read
     */
    SSLContext trusting(String trustPem) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(identity, trustManagers(trustPem), null);
        return context;
    }

    private static TrustManager[] trustManagers(String trustPem) throws GeneralSecurityException {
        KeyStore store = emptyStore();
        int number = 0;
        for (Certificate anchor : Pem.certificates(trustPem.getBytes(StandardCharsets.US_ASCII))) {
            store.setCertificateEntry("anchor-" + number++, anchor);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyManager[] keyManagers(List<X509Certificate> chain, PrivateKey key) {
        try {
            KeyStore store = emptyStore();
            store.setKeyEntry("gateway", key, NO_PASSWORD, chain.toArray(Certificate[]::new));
            KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
            factory.init(store, NO_PASSWORD);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The push certificate and its key do not make a client identity", e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
