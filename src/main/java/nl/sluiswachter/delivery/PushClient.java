package nl.sluiswachter.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import nl.sluiswachter.party.PushEndpoint;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** Sends one message to a receiver's webhook over mutual TLS. Every bound on time and size ends in an outcome. */
final class PushClient implements AutoCloseable {

    private static final ContentType JSON = ContentType.create("application/json");
    private static final int LARGEST_ANSWER = 64 * 1024;

    private final PushConnections connections;
    private final PushTimes times;
    private final ScheduledThreadPoolExecutor watch;

    PushClient(PushConnections connections, PushTimes times) {
        this.connections = connections;
        this.times = times;
        this.watch = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "push-deadline");
            thread.setDaemon(true);
            return thread;
        });
        this.watch.setRemoveOnCancelPolicy(true);
    }

    /** Posts the JSON to the endpoint; repetitions have the same key, and belong to the same trace. */
    PushOutcome push(Claim claim, PushEndpoint endpoint, byte[] json) {
        if (!isPlainHttps(endpoint.url())) {
            return new PushOutcome.Failed(Failure.BAD_ADDRESS);
        }
        try {
            return post(connections.to(claim.receiver(), endpoint), request(endpoint.url(), claim, json));
        } catch (GeneralSecurityException e) {
            return new PushOutcome.Failed(Failure.BAD_TRUST);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        connections.close();
    }

    // Cancelling at the end drops a connection whose answer was not read to its end; closing would read on, for as long
    // as the receiver likes to send. A connection that went back to the pool is not touched.
    private PushOutcome post(CloseableHttpClient client, HttpPost request) {
        Future<?> deadline = watch.schedule(request::cancel, times.whole().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return outcome(client.executeOpen(RoutingSupport.determineHost(request), request, null));
        } catch (IOException | HttpException e) {
            return new PushOutcome.Failed(request.isCancelled() ? Failure.TIMED_OUT : failure(e));
        } finally {
            deadline.cancel(false);
            request.cancel();
        }
    }

    private static PushOutcome outcome(ClassicHttpResponse response) {
        int status = response.getCode();
        return switch (status / 100) {
            case 2 -> new PushOutcome.Taken(acknowledgement(response.getEntity()));
            case 3 -> new PushOutcome.Failed(Failure.REDIRECTED);
            case 4 -> new PushOutcome.Failed(Failure.REFUSED);
            default -> new PushOutcome.Failed(Failure.RECEIVER_FAILED);
        };
    }

    // The status says that the message was taken; a body that is too large, too slow or something else says nothing.
    private static Optional<Acknowledgement> acknowledgement(HttpEntity entity) {
        if (entity == null) {
            return Optional.empty();
        }
        try {
            return AcknowledgementReader.read(bounded(entity.getContent()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static byte[] bounded(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST_ANSWER + 1);
        if (bytes.length > LARGEST_ANSWER) {
            throw new IOException("Answer too large");
        }
        return bytes;
    }

    private static HttpPost request(URI url, Claim claim, byte[] json) {
        HttpPost request = new HttpPost(url);
        request.setHeader("Idempotency-Key", '"' + claim.transferId().toString() + '"');
        request.setHeader("traceparent", claim.traceparent());
        request.setHeader("Accept", "application/json");
        request.setEntity(new ByteArrayEntity(json, JSON));
        return request;
    }

    private static boolean isPlainHttps(URI url) {
        return "https".equalsIgnoreCase(url.getScheme())
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawFragment() == null;
    }

    private static Failure failure(Exception cause) {
        if (cause instanceof ForbiddenAddress) {
            return Failure.FORBIDDEN_ADDRESS;
        } else if (cause instanceof UnknownHostException) {
            return Failure.UNKNOWN_HOST;
        } else if (cause instanceof SocketTimeoutException) {
            return Failure.TIMED_OUT;
        } else if (cause instanceof ConnectException) {
            return Failure.CONNECT_FAILED;
        }
        return cause instanceof SSLException ? Failure.TLS_FAILED : Failure.BROKEN_ANSWER;
    }
}
