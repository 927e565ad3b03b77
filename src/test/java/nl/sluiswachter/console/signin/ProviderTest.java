package nl.sluiswachter.console.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.sluiswachter.api.ProblemException;
import nl.sluiswachter.support.Threads;
import org.junit.jupiter.api.Test;

class ProviderTest {

    /** One that takes connections and says nothing. */
    @Test
    void letsASilentProviderHoldUpAFewRequestsOnly() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getByName("localhost"))) {
            silent.setSoTimeout(10_000);
            URI issuer = URI.create("https://localhost:" + silent.getLocalPort());
            Provider provider = new Provider(issuer, "sluiswachter", "secret", ProviderHttp.trusting(null));
            List<Socket> held = new ArrayList<>();
            for (int i = 0; i < Provider.MOST_ASKING; i++) {
                Threads.start(() -> assertThatThrownBy(provider::requireAnswer));
                held.add(silent.accept());
            }
            Instant before = Instant.now();

            assertThatThrownBy(provider::requireAnswer).isInstanceOf(ProblemException.class);

            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(2));
            for (Socket socket : held) {
                socket.close();
            }
        }
    }
}
