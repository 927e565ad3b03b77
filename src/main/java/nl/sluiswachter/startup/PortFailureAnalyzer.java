package nl.sluiswachter.startup;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
            "management.server.port");

    private final Environment environment;

    PortFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    /** Tomcat names its first connector whichever failed, so the ports are tried; ours are closed by now. */
    @Override
    public FailureAnalysis analyze(Throwable failure) {
        if (!isAboutPorts(failure)) {
            return null;
        }
        return SETTINGS.stream()
                .filter(setting -> isTaken(port(setting)))
                .findFirst()
                .map(setting -> new FailureAnalysis(
                        "Port " + port(setting) + " is taken by another program; move the gateway with " + setting
                                + ".",
                        null,
                        failure))
                .orElse(null);
    }

    private static boolean isAboutPorts(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(
                        cause -> cause instanceof PortInUseException || cause instanceof ConnectorStartFailedException);
    }

    private int port(String setting) {
        return environment.getProperty(setting, Integer.class, 0);
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }
}
