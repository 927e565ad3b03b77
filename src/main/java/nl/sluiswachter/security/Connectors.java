package nl.sluiswachter.security;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.sluiswachter.settings.GatewaySettings;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/** One Tomcat connector per enabled door, all before the same servlets. */
final class Connectors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private final GatewaySettings settings;
    private final List<Surface> enabled;
    private final DoorTls tls;
    private final Map<Connector, Surface> surfaces = new ConcurrentHashMap<>();

    Connectors(GatewaySettings settings, List<Surface> enabled, DoorTls tls) {
        this.settings = settings;
        this.enabled = List.copyOf(enabled);
        this.tls = tls;
    }

    /** The port a door listens on, once the server has started; for tests and for the greeting. */
    int port(Surface surface) {
        return surfaces.entrySet().stream()
                .filter(entry -> entry.getValue() == surface)
                .mapToInt(entry -> entry.getKey().getLocalPort())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        Surface first = enabled.get(0);
        factory.setProtocol(DeadlineProtocol.class.getName());
        factory.setPort(first.settings(settings.surfaces()).port());
        factory.addConnectorCustomizers(connector -> open(first, connector));
        enabled.stream().skip(1).map(this::connector).forEach(factory::addAdditionalTomcatConnectors);
        factory.addEngineValves(new ArrivalValve(surfaces));
        factory.addContextCustomizers(context ->
                ((StandardHost) context.getParent()).setErrorReportValveClass(ProblemReportValve.class.getName()));
    }

    private Connector connector(Surface surface) {
        Connector connector = new Connector(DeadlineProtocol.class.getName());
        open(surface, connector);
        return connector;
    }

    private void open(Surface surface, Connector connector) {
        GatewaySettings.Surface door = surface.settings(settings.surfaces());
        connector.setPort(door.port());
        if (door.address() != null && !door.address().isBlank()) {
            connector.setProperty("address", door.address());
        }
        GatewaySettings.Limits limits = settings.limits();
        ConnectorBounds.apply(limits, surface == Surface.OPEN ? limits.openThreads() : limits.threads(), connector);
        if (surface == Surface.OPEN) {
            compressAssets((AbstractHttp11Protocol<?>) connector.getProtocolHandler());
        }
        try {
            tls.apply(surface, connector);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot speak the TLS that is required", e);
        }
        surfaces.put(connector, surface);
    }

    /**
     * Style sheets and scripts only: they are the same for everybody. A compressed page would tell by its length whether what
     * somebody made its reader send is like what is secret in it (BREACH).
     */
    private static void compressAssets(AbstractHttp11Protocol<?> protocol) {
        protocol.setCompression("on");
        protocol.setCompressibleMimeType("text/css,text/javascript,application/javascript");
    }
}
