package nl.sluiswachter.security;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/** Puts TLS as {@link TlsPolicy} says on a connector, with the trust of its door. */
final class DoorTls {

    private final ServerIdentity identity;
    private final Map<Surface, Door> doors;
    private final RefusalLog refusals;
    private final Clock clock;

    DoorTls(ServerIdentity identity, Map<Surface, Door> doors, RefusalLog refusals, Clock clock) {
        this.identity = identity;
        this.doors = Map.copyOf(doors);
        this.refusals = refusals;
        this.clock = clock;
    }

    void apply(Surface surface, Connector connector) throws GeneralSecurityException {
        SSLHostConfig host = new SSLHostConfig();
        host.setProtocols(String.join("+", TlsPolicy.PROTOCOLS));
        host.setCipherSuites(String.join(",", TlsPolicy.SUITES_13));
        host.setCiphers(String.join(",", TlsPolicy.SUITES_12));
        host.setGroups(String.join(",", TlsPolicy.GROUPS));
        host.setHonorCipherOrder(true);
        host.setCertificateVerification(surface.side().isPresent() ? "required" : "none");
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setSslContext(identity.context(trust(surface)));
        host.addCertificate(certificate);
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProperty("SSLEnabled", "true");
        connector.addSslHostConfig(host);
    }

    private DoorTrustManager trust(Surface surface) {
        ChainCheck chains = doors.containsKey(surface) ? doors.get(surface).chains() : new ChainCheck(List.of(), clock);
        return new DoorTrustManager(surface, chains, refusals);
    }
}
