package nl.sluiswachter.transferlog.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLParameters;
import nl.sluiswachter.kernel.crypto.TlsTrust;

/** Sends a few bytes to one address and gets a few back: no more than so many, within a time that bounds all of it. Follows nobody. */
public final class BoundedPost {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final HttpClient client;
    private final Duration patience;
    private final int largest;

    private BoundedPost(HttpClient client, Duration patience, int largest) {
        this.client = client;
        this.patience = patience;
        this.largest = largest;
    }

    /**
     * @param trust CA certificates to believe, PEM; empty for those of the JDK
     * @param patience from the first packet to the last byte of the answer
     * @param largest answer, in bytes
     * @throws GeneralSecurityException when the file does not hold certificates
     * @throws IOException when it cannot be read
     */
    public static BoundedPost trusting(Optional<Path> trust, Duration patience, int largest)
            throws GeneralSecurityException, IOException {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(PROTOCOLS);
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(patience)
                .version(HttpClient.Version.HTTP_1_1)
                .sslParameters(parameters);
        if (trust.isPresent()) {
            builder.sslContext(TlsTrust.in(trust.get()));
        }
        return new BoundedPost(builder.build(), patience, largest);
    }

    /** What came back. */
    public record Answer(int status, byte[] body) {}

    /**
     * Sends and waits.
     *
     * @throws TimeoutException when there is no whole answer in time
     * @throws IOException when the address cannot be reached, is not who it should be, or answers too much
     */
    public Answer send(URI address, String type, byte[] body) throws IOException, TimeoutException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, head -> new BoundedBody(largest));
        try {
            HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.body());
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            answer.cancel(true);
        }
    }
}
