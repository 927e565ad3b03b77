package nl.sluiswachter.transferlog.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import nl.sluiswachter.kernel.crypto.ExampleAuthority;
import nl.sluiswachter.kernel.crypto.ExampleIdentity;
import nl.sluiswachter.kernel.crypto.ExampleSubject;
import nl.sluiswachter.kernel.crypto.KeyKind;

/** A web server with a certificate of an authority of its own, that answers every body with what a function makes of it. */
public final class SomeAddress implements AutoCloseable {

    private static final char[] PASSWORD = {};
    private static final Instant FROM = Clock.systemUTC().instant().minus(Duration.ofHours(1));
    private static final Instant UNTIL = FROM.plus(Duration.ofDays(1));
    private static final ExampleAuthority AUTHORITY = ExampleAuthority.named("Somewhere", FROM, UNTIL);

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    public SomeAddress(Function<byte[], DeskAnswer> answers) {
        try {
            server = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, answers));
        server.start();
    }

    static byte[] authority() {
        return AUTHORITY.pem();
    }

    public URI url() {
        return URI.create("https://localhost:" + server.getAddress().getPort() + "/witness");
    }

    /** Believes it, with so much patience. */
    public static BoundedPost connection(Path folder, Duration patience, int largest) {
        try {
            Path trust = Files.write(folder.resolve("somewhere.pem"), AUTHORITY.pem());
            return BoundedPost.trusting(java.util.Optional.of(trust), patience, largest);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange, Function<byte[], DeskAnswer> answers) throws IOException {
        try (exchange) {
            boolean isSubmission = exchange.getRequestMethod().equals("POST")
                    && exchange.getRequestURI().getPath().equals("/witness/add-checkpoint");
            DeskAnswer answer = isSubmission
                    ? answers.apply(exchange.getRequestBody().readAllBytes())
                    : DeskAnswer.refused(405, "no");
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private static SSLContext tls() throws GeneralSecurityException, IOException {
        ExampleIdentity identity = AUTHORITY.issue(
                new ExampleSubject("Somebody", List.of("00000099000000009000"), false, KeyKind.EC_P256, FROM, UNTIL));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        store.setKeyEntry(
                "server", identity.key(), PASSWORD, identity.chain().toArray(java.security.cert.Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
