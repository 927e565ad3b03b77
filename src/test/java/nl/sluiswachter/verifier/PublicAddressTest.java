package nl.sluiswachter.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import nl.sluiswachter.support.Threads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A verifier is not kept waiting by an address that sends its answer in drops. */
@Timeout(30)
class PublicAddressTest {

    @Test
    void givesUpOnAnAnswerThatDoesNotEnd() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> sender = Threads.start(() -> halfAnAnswer(server));
            URI address = URI.create("http://localhost:" + server.getLocalPort() + "/log");

            try (InputStream answer = PublicAddress.of(address, Duration.ofSeconds(1))
                    .open("checkpoint")
                    .orElseThrow()) {
                assertThat(answer.readNBytes(4))
                        .asString(StandardCharsets.US_ASCII)
                        .isEqualTo("half");
                assertThatThrownBy(answer::read)
                        .isInstanceOf(Unreadable.class)
                        .hasMessage("The address did not send its answer within 1 seconds.");
            }
            sender.join();
        }
    }

    private static Void halfAnAnswer(ServerSocket server) {
        try (Socket caller = server.accept()) {
            OutputStream out = caller.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            caller.getInputStream().transferTo(OutputStream.nullOutputStream()); // until the caller hangs up
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
