package nl.sluiswachter.security;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Checks client certificates during the handshake of one door. Every refusal throws the same exception without a cause,
 * so that no JDK can turn the cause into a TLS alert that tells the caller what was wrong.
 */
final class DoorTrustManager extends X509ExtendedTrustManager {

    private final Surface surface;
    private final ChainCheck chains;
    private final RefusalLog refusals;

    DoorTrustManager(Surface surface, ChainCheck chains, RefusalLog refusals) {
        this.surface = surface;
        this.chains = chains;
        this.refusals = refusals;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String authType) throws CertificateException {
        List<X509Certificate> chain = List.of(sent);
        try {
            chains.check(chain);
        } catch (NotLetIn e) {
            refusals.write(surface, e.refusal(), chain);
            throw new CertificateException("Certificate refused");
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String authType, Socket socket) throws CertificateException {
        checkClientTrusted(sent, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(sent, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String authType) throws CertificateException {
        throw new CertificateException("A door calls nobody");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String authType, Socket socket) throws CertificateException {
        checkServerTrusted(sent, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String authType, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(sent, authType);
    }

    /** The CAs that the server names to clients; never a party's own certificate. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return chains.anchors().toArray(X509Certificate[]::new);
    }
}
