package nl.sluiswachter.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import nl.sluiswachter.api.ProblemException;
import nl.sluiswachter.settings.GatewaySettings;

/** Reads a request body within the limits on its size and on the time that the whole request may take. */
final class BodyReader {

    private static final int CHUNK = 8192;
    private static final int PAUSES = 4;
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final long most;
    private final Duration time;

    BodyReader(GatewaySettings.Limits limits) {
        this.most = limits.body().toBytes();
        this.time = limits.requestTime();
    }

    /** Longest silence within a body, in milliseconds; the request may take that much longer than its limit. */
    static int pause(Duration requestTime) {
        return Math.toIntExact(Math.max(1, requestTime.toMillis() / PAUSES));
    }

    /**
     * The whole body.
     *
     * @throws ProblemException 413 when it is, or is announced to be, too large; 408 when it comes too slowly
     */
    byte[] read(HttpServletRequest request, Arrival arrival) throws IOException {
        if (request.getContentLengthLong() > most) {
            throw tooLarge(request, arrival);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        InputStream in = request.getInputStream();
        for (int n = next(in, chunk, arrival); n >= 0; n = next(in, chunk, arrival)) {
            body.write(chunk, 0, n);
            if (body.size() > most) {
                throw tooLarge(request, arrival);
            }
        }
        return body.toByteArray();
    }

    private int next(InputStream in, byte[] chunk, Arrival arrival) throws IOException {
        try {
            int n = in.read(chunk);
            if (n < 0 || System.nanoTime() - arrival.startedNanos() <= time.toNanos()) {
                return n;
            }
        } catch (IOException e) {
            requireSilence(e);
        }
        arrival.cut().run();
        throw new ProblemException(DoorProblem.REQUEST_TOO_SLOW.problem());
    }

    /**
     * Many clients read no answer before they have sent everything, so as much again is read and thrown away, for a
     * short time. Not for a client that waits for our consent ({@code Expect}): reading would give it.
     */
    private ProblemException tooLarge(HttpServletRequest request, Arrival arrival) throws IOException {
        if (request.getHeader("Expect") == null) {
            discard(request.getInputStream(), System.nanoTime() + FAREWELL.toNanos());
        }
        arrival.cut().run();
        return new ProblemException(DoorProblem.BODY_TOO_LARGE.problem());
    }

    private void discard(InputStream in, long until) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long left = most;
        try {
            for (int n = in.read(chunk); n >= 0 && left > 0 && System.nanoTime() < until; n = in.read(chunk)) {
                left -= n;
            }
        } catch (IOException e) {
            requireSilence(e);
        }
    }

    /** Tomcat reports a client that fell silent as one that is gone; only the latter gets no answer. */
    private static void requireSilence(IOException e) throws IOException {
        if (!(e instanceof SocketTimeoutException) && !(e.getCause() instanceof SocketTimeoutException)) {
            throw e;
        }
    }
}
