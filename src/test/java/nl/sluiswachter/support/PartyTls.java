package nl.sluiswachter.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import nl.sluiswachter.kernel.crypto.Pem;

/** TLS of an example party: shows its certificate, trusts the municipality's CA. */
public final class PartyTls {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private PartyTls() {}

    /** With the certificates in a folder such as {@code certs-example}. */
    public static SSLContext of(Path certificates, String party) {
        try (InputStream file = Files.newInputStream(certificates.resolve(party + ".p12"))) {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(file, PASSWORD);
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(own, PASSWORD);
            KeyStore anchors = KeyStore.getInstance("PKCS12");
            anchors.load(null, null);
            anchors.setCertificateEntry(
                    "gateway",
                    Pem.certificates(certificates.resolve("municipal-ca.pem")).get(0));
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(anchors);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
