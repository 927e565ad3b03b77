package nl.sluiswachter.startup;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.embedded.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Says which port is taken and by which setting it can be moved. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PortFailureAnalyzer implements FailureAnalyzer {

    private static final List<String> SETTINGS = List.of(
            "sluiswachter.surfaces.partner.port",
            "sluiswachter.surfaces.back-office.port",
            "sluiswachter.surfaces.open.port",
            "management.server.port",
            "server.port");

    private final Environment environment;

    PortFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        int port = port(failure);
        if (port <= 0 || !isTaken(port)) {
            return null;
        }
        return new FailureAnalysis(
                "Port " + port + " is taken by another program; move the gateway with " + setting(port) + ".",
                null,
                failure);
    }

    private static int port(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException inUse) {
                return inUse.getPort();
            }
            if (cause instanceof ConnectorStartFailedException connector) {
                return connector.getPort();
            }
        }
        return 0;
    }

    /** A connector also fails on a bad certificate, so the port is tried. */
    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }

    private String setting(int port) {
        return SETTINGS.stream()
                .filter(name -> String.valueOf(port).equals(environment.getProperty(name)))
                .findFirst()
                .orElse("its port setting");
    }
}
