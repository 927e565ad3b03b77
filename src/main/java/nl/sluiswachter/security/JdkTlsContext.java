package nl.sluiswachter.security;

import java.security.KeyManagementException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509KeyManager;
import org.apache.tomcat.util.net.SSLContext;

/** Lends Tomcat a TLS context of the JDK that holds our own trust manager. */
final class JdkTlsContext implements SSLContext {

    private final javax.net.ssl.SSLContext context;
    private final X509KeyManager keys;
    private final X509Certificate[] issuers;

    JdkTlsContext(javax.net.ssl.SSLContext context, X509KeyManager keys, X509Certificate[] issuers) {
        this.context = context;
        this.keys = keys;
        this.issuers = issuers.clone();
    }

    @Override
    public void init(KeyManager[] managers, TrustManager[] trust, SecureRandom random) throws KeyManagementException {
        throw new KeyManagementException("This context is complete");
    }

    @Override
    public void destroy() {
        // The JDK's context holds nothing that must be freed.
    }

    @Override
    public SSLSessionContext getServerSessionContext() {
        return context.getServerSessionContext();
    }

    @Override
    public SSLEngine createSSLEngine() {
        return context.createSSLEngine();
    }

    @Override
    public SSLServerSocketFactory getServerSocketFactory() {
        return context.getServerSocketFactory();
    }

    @Override
    public SSLParameters getSupportedSSLParameters() {
        return context.getSupportedSSLParameters();
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return keys.getCertificateChain(alias);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return issuers.clone();
    }
}
