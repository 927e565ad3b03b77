package nl.sluiswachter.security;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * HTTP/1.1 with a limit on the whole time that a TLS handshake or the head of a request takes. Tomcat's own time-outs
 * begin anew with every byte, so a client that sends one byte a second would keep its connection for hours. Made by
 * Tomcat from its class name, therefore public.
 */
public final class DeadlineProtocol extends Http11NioProtocol {

    private static final long PERIOD_MILLIS = 500;

    private Map<SocketWrapperBase<NioChannel>, Long> handshakes = Map.of();
    private Duration limit = Duration.ofSeconds(30);
    private ScheduledFuture<?> sweeps;

    /** Longest time for a handshake, and for the head of a request. */
    void setLimit(Duration limit) {
        this.limit = limit;
    }

    @Override
    public void start() throws Exception {
        super.start();
        sweeps = getUtilityExecutor()
                .scheduleWithFixedDelay(this::sweep, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (sweeps != null) {
            sweeps.cancel(false);
        }
        super.stop();
    }

    private void sweep() {
        long now = System.nanoTime();
        Map<SocketWrapperBase<NioChannel>, Long> open = new HashMap<>();
        for (SocketWrapperBase<NioChannel> connection : getEndpoint().getConnections()) {
            if (!connection.getSocket().isHandshakeComplete()) {
                open.put(connection, handshakes.getOrDefault(connection, now));
            }
            if (isOverdue(open.getOrDefault(connection, now), now) || isHeadOverdue(connection, now)) {
                connection.close();
            }
        }
        handshakes = open;
    }

    /** A processor is parked at its connection only between two parts of a request; while it works it is not there. */
    private boolean isHeadOverdue(SocketWrapperBase<NioChannel> connection, long now) {
        return connection.getCurrentProcessor() instanceof Processor processor
                && !processor.isAsync()
                && processor.getRequest().getStartTimeNanos() > 0
                && isOverdue(processor.getRequest().getStartTimeNanos(), now);
    }

    private boolean isOverdue(long since, long now) {
        return now - since > limit.toNanos();
    }
}
