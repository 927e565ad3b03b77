package nl.sluiswachter.delivery;

import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.PushEndpoint;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * One HTTP client per receiver, with that receiver's trust; replaced when its endpoint changes. The clients do nothing
 * of their own accord: no redirects, retries, cookies, cached credentials, decompression or proxies.
 */
final class PushConnections implements AutoCloseable {

    private static final int MOST_PER_RECEIVER = 8;
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_HEADERS = 64;

    private final Map<Oin, Connected> byReceiver = new ConcurrentHashMap<>();
    private final PushTls tls;
    private final GuardedDns dns;
    private final PushTimes times;

    PushConnections(PushTls tls, GuardedDns dns, PushTimes times) {
        this.tls = tls;
        this.dns = dns;
        this.times = times;
    }

    private record Connected(PushEndpoint endpoint, CloseableHttpClient client) {}

    /**
     * The client for the receiver's present endpoint.
     *
     * @throws GeneralSecurityException when the registered trust cannot be read
     */
    CloseableHttpClient to(Oin receiver, PushEndpoint endpoint) throws GeneralSecurityException {
        Connected present = byReceiver.get(receiver);
        if (present != null && present.endpoint().equals(endpoint)) {
            return present.client();
        }
        return replace(receiver, endpoint);
    }

    private synchronized CloseableHttpClient replace(Oin receiver, PushEndpoint endpoint)
            throws GeneralSecurityException {
        Connected present = byReceiver.get(receiver);
        if (present != null && present.endpoint().equals(endpoint)) {
            return present.client();
        }
        CloseableHttpClient client = client(endpoint);
        byReceiver.put(receiver, new Connected(endpoint, client));
        if (present != null) {
            present.client().close(CloseMode.GRACEFUL);
        }
        return client;
    }

    @Override
    public void close() {
        byReceiver.values().forEach(connected -> connected.client().close(CloseMode.GRACEFUL));
        byReceiver.clear();
    }

    private CloseableHttpClient client(PushEndpoint endpoint) throws GeneralSecurityException {
        return HttpClients.custom()
                .setConnectionManager(connections(endpoint))
                .setDefaultRequestConfig(requests())
                .setUserAgent("Sluiswachter")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private PoolingHttpClientConnectionManager connections(PushEndpoint endpoint) throws GeneralSecurityException {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(dns)
                .setTlsSocketStrategy(tlsStrategy(endpoint))
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(timeout(times.connect()))
                        .build())
                .setDefaultConnectionConfig(connection())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(LONGEST_LINE)
                                .setMaxHeaderCount(MOST_HEADERS)
                                .build())
                        .build())
                .setMaxConnPerRoute(MOST_PER_RECEIVER)
                .setMaxConnTotal(MOST_PER_RECEIVER)
                .build();
    }

    private TlsSocketStrategy tlsStrategy(PushEndpoint endpoint) throws GeneralSecurityException {
        return ClientTlsStrategyBuilder.create()
                .setSslContext(tls.trusting(endpoint.trustPem()))
                .setTlsVersions(PushTls.PROTOCOLS.toArray(String[]::new))
                .setCiphers(PushTls.SUITES.toArray(String[]::new))
                .setHostVerificationPolicy(HostnameVerificationPolicy.BOTH)
                .buildClassic();
    }

    // A kept connection is tested before use, since nothing is retried within a push.
    private ConnectionConfig connection() {
        return ConnectionConfig.custom()
                .setConnectTimeout(timeout(times.connect()))
                .setSocketTimeout(timeout(times.answer()))
                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                .setTimeToLive(TimeValue.of(5, TimeUnit.MINUTES))
                .build();
    }

    private RequestConfig requests() {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(timeout(times.connect()))
                .setResponseTimeout(timeout(times.answer()))
                .setRedirectsEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    private static Timeout timeout(java.time.Duration duration) {
        return Timeout.of(duration);
    }
}
