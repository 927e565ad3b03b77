package nl.sluiswachter.kernel.crypto;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whom a client believes that calls others over TLS. */
public final class TlsTrust {

    private TlsTrust() {}

    /**
     * Believes the authorities of a file and no others.
     *
     * @param file CA certificates, PEM
     * @throws GeneralSecurityException when the file does not hold certificates
     * @throws IOException when it cannot be read
     */
    public static SSLContext in(Path file) throws GeneralSecurityException, IOException {
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        for (X509Certificate anchor : Pem.certificates(file)) {
            anchors.setCertificateEntry("anchor-" + anchors.size(), anchor);
        }
        TrustManagerFactory believed = TrustManagerFactory.getInstance("PKIX");
        believed.init(anchors);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, believed.getTrustManagers(), null);
        return tls;
    }
}
