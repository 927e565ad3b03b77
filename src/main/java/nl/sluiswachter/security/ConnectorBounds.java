package nl.sluiswachter.security;

import nl.sluiswachter.settings.GatewaySettings;
import org.apache.catalina.connector.Connector;

/** Sets what one connector accepts at most. */
final class ConnectorBounds {

    /** Threads above the requests handled at once: to say 503 without delay, and to read bodies. */
    private static final int THREADS_PER_REQUEST = 2;

    private static final int HEADERS = 64;
    private static final int PARAMETERS = 32;
    private static final int SPARE_THREADS = 4;

    private ConnectorBounds() {}

    static void apply(GatewaySettings.Limits limits, int places, Connector connector) {
        DeadlineProtocol protocol = (DeadlineProtocol) connector.getProtocolHandler();
        int millis = Math.toIntExact(limits.requestTime().toMillis());
        protocol.setLimit(limits.requestTime());
        protocol.setConnectionTimeout(millis);
        protocol.setDisableUploadTimeout(false);
        protocol.setConnectionUploadTimeout(BodyReader.pause(limits.requestTime()));
        protocol.setKeepAliveTimeout(Math.toIntExact(limits.keepAlive().toMillis()));
        protocol.setMaxKeepAliveRequests(-1);
        protocol.setMaxConnections(limits.connections());
        protocol.setAcceptCount(limits.queue());
        protocol.setMaxThreads(places * THREADS_PER_REQUEST);
        protocol.setMinSpareThreads(SPARE_THREADS);
        protocol.setMaxHttpRequestHeaderSize(Math.toIntExact(limits.headers().toBytes()));
        protocol.setMaxHeaderCount(HEADERS);
        protocol.setMaxSwallowSize(0);
        protocol.setContinueResponseTiming("onRead");
        connector.setMaxPostSize(0);
        connector.setMaxParameterCount(PARAMETERS);
        connector.setAllowTrace(false);
        connector.setXpoweredBy(false);
    }
}
