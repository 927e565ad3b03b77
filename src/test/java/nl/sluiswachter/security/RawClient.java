package nl.sluiswachter.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import nl.sluiswachter.kernel.crypto.ExampleIdentity;

/** Writes bytes on a TLS connection and reads until the server closes it. Sessions are kept, and resumed. */
final class RawClient {

    /**
     * What came back.
     *
     * @param resumed whether the connection continued an earlier session
     * @param text the whole answer
     */
    record Answer(boolean resumed, String text) {}

    private static final int PATIENCE = 20_000;

    private final TestDoors doors;
    private final Optional<StubbornKeys> keys;
    private final SSLContext tls;

    RawClient(TestDoors doors, Optional<ExampleIdentity> identity) {
        this.doors = doors;
        this.keys = identity.map(StubbornKeys::new);
        this.tls = doors.tls(keys.orElse(null));
    }

    Answer get(Surface surface, String path) throws IOException {
        return send(surface, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    Answer send(Surface surface, String request) throws IOException {
        int before = shown();
        try (SSLSocket socket = connect(surface)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(shown() == before, text);
        }
    }

    List<Principal> namedIssuers() {
        return keys.map(StubbornKeys::namedIssuers).orElse(List.of());
    }

    private int shown() {
        return keys.map(StubbornKeys::shown).orElse(0);
    }

    SSLSocket connect(Surface surface) throws IOException {
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket("localhost", doors.port(surface));
        socket.setSoTimeout(PATIENCE);
        return socket;
    }
}
