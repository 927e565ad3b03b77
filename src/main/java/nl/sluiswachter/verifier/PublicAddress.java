package nl.sluiswachter.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A log at the address where its gateway publishes it, for example {@code https://gateway.example:9443/log}. */
public final class PublicAddress implements LogSource {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int FOUND = 200;
    private static final int ABSENT = 404;

    private final URI base;
    private final HttpClient client;

    private final Duration patience;

    private PublicAddress(URI base, HttpClient client, Duration patience) {
        this.base = base;
        this.client = client;
        this.patience = patience;
    }

    /** Waits no longer than this for an answer, and for the whole of it. */
    static PublicAddress of(URI base, Duration patience) {
        return new PublicAddress(directory(base), client().build(), patience);
    }

    /** Believes the authorities that the JDK believes. */
    public static PublicAddress of(URI base) {
        return of(base, PATIENCE);
    }

    /**
     * Believes the authorities in a PEM file and no others.
     *
     * @throws IOException when the file cannot be read as certificates
     */
    public static PublicAddress of(URI base, Path authorities) throws IOException {
        try (InputStream in = Files.newInputStream(authorities)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca" + store.size(), certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            return new PublicAddress(directory(base), client().sslContext(tls).build(), PATIENCE);
        } catch (GeneralSecurityException e) {
            throw new Unreadable("The file of authorities does not hold certificates in PEM.");
        }
    }

    @Override
    public Optional<InputStream> open(String path) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(patience).build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() == FOUND) {
                return Optional.of(new TimelyBody(answer.body(), patience));
            }
            answer.body().close();
            if (answer.statusCode() == ABSENT) {
                return Optional.empty();
            }
            throw new Unreadable("The address answers with status " + answer.statusCode() + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreadable("The reading was interrupted.");
        }
    }

    private static HttpClient.Builder client() {
        return HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1);
    }

    private static URI directory(URI base) {
        return base.toString().endsWith("/") ? base : URI.create(base + "/");
    }
}
