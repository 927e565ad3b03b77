package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import nl.sluiswachter.acceptance.RunningGateway.Door;
import nl.sluiswachter.support.Contract;
import nl.sluiswachter.support.PartyTls;

/**
 * A party's system: calls the gateway with the party's certificate. Holds every call and every answer against the
 * contract, and every answer against the rules that hold for all of them.
 */
final class Client {

    /** Sent with every call, and expected back in none. */
    static final String CANARY = "canary-Kwikstaart";

    private static final Contract CONTRACT = Contract.load();
    private static final Map<String, Client> CLIENTS = new ConcurrentHashMap<>();

    private final HttpClient http;
    private final String address;

    private Client(String name, Door door) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls(name))
                .build();
        this.address = "https://localhost:" + RunningGateway.shared().port(door);
    }

    /** The system of an example party, at its own door. */
    static Client of(String name) {
        Door door = name.startsWith("gemeente") ? Door.BACK_OFFICE : Door.PARTNER;
        return CLIENTS.computeIfAbsent(name, n -> new Client(n, door));
    }

    /** Somebody at the public door. */
    static Client passerBy() {
        return new Client("huisarts", Door.OPEN);
    }

    Call get(String target) {
        return new Call("GET", target, new byte[0]);
    }

    Call post(String target, byte[] body) {
        return new Call("POST", target, body).header("Content-Type", "application/json");
    }

    Call post(String target, Message message) {
        return post(target, message.bytes());
    }

    Call call(String method, String target) {
        return new Call(method, target, new byte[0]);
    }

    /** Submits a message under a key of its own. */
    Reply transfer(Message message) {
        return post("/v1/transfers", message).key(UUID.randomUUID().toString()).send();
    }

    Reply dryRun(Message message) {
        return post("/v1/decisions", message).send();
    }

    /** A call in the making. */
    final class Call {

        private final String method;
        private final String target;
        private final byte[] body;
        private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private boolean good = true;
        private boolean chunked;

        private Call(String method, String target, byte[] body) {
            this.method = method;
            this.target = target;
            this.body = body;
            headers.put("X-Unknown", CANARY);
        }

        Call header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        Call key(String value) {
            return header("Idempotency-Key", '"' + value + '"');
        }

        /** Not in keeping with the contract, on purpose. */
        Call bad() {
            good = false;
            return this;
        }

        /** Without an announced length. */
        Call chunked() {
            chunked = true;
            return this;
        }

        Reply send() {
            Captured.listen();
            if (good) {
                CONTRACT.request(method, target, headers, body);
            }
            Reply reply = exchange();
            if (!method.equals("HEAD")) {
                // Without a body there is nothing to hold against the contract.
                CONTRACT.response(method, target, reply.status(), reply.headers(), reply.body());
            }
            obeysTheRules(reply);
            remember(reply);
            return reply;
        }

        private Reply exchange() {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(address + target)).method(method, publisher());
            headers.forEach(request::setHeader);
            try {
                HttpResponse<byte[]> response = answer(request.build());
                Map<String, String> received = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                response.headers().map().forEach((name, values) -> received.put(name, String.join(", ", values)));
                return new Reply(response.statusCode(), received, response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /**
         * A kept connection may end at the very moment of a call. The JDK repeats only what it knows to be harmless; a test
         * sends the same again, on a connection of its own.
         */
        private HttpResponse<byte[]> answer(HttpRequest request) throws IOException, InterruptedException {
            try {
                return http.send(request, BodyHandlers.ofByteArray());
            } catch (IOException e) {
                boolean unheard = String.valueOf(e.getMessage()).contains("received no bytes");
                if (!unheard) {
                    throw e;
                }
                return http.send(request, BodyHandlers.ofByteArray());
            }
        }

        private BodyPublisher publisher() {
            BodyPublisher whole = body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
            return chunked ? BodyPublishers.fromPublisher(whole) : whole;
        }

        private void obeysTheRules(Reply reply) {
            assertThat(reply.headers())
                    .containsKeys("API-Version", "Strict-Transport-Security")
                    .containsEntry("Cache-Control", "no-store")
                    .containsEntry("Content-Security-Policy", "frame-ancestors 'none'")
                    .containsEntry("X-Content-Type-Options", "nosniff")
                    .containsEntry("X-Frame-Options", "DENY")
                    .doesNotContainKeys("Server", "X-Powered-By", "Set-Cookie");
            String type = reply.status() >= 400 ? "application/problem+json" : accepted();
            if (reply.body().length > 0) {
                assertThat(reply.headers().get("Content-Type")).isEqualTo(type);
            }
            assertThat(reply.headers().toString() + reply.text()).doesNotContain(CANARY);
        }

        private String accepted() {
            if (target.endsWith("_exporteer")) {
                return new String(body, StandardCharsets.UTF_8).contains("\"CSV\"")
                        ? "text/csv;charset=utf-8"
                        : "application/jsonl";
            }
            return switch (headers.getOrDefault("Accept", "")) {
                case "text/plain" -> "text/plain;charset=utf-8";
                case "text/html" -> "text/html;charset=utf-8";
                case "application/pdf" -> "application/pdf";
                default -> "application/json";
            };
        }

        /** Personal data belong in one answer only, a message for its receiver; the contract has made-up examples. */
        private void remember(Reply reply) {
            boolean delivered = target.startsWith("/v1/inbox/") && method.equals("GET") && reply.status() == 200;
            if (!delivered && !target.equals("/v1/openapi.json")) {
                Captured.ANSWERS.add(reply.headers() + reply.text());
            }
        }
    }

    /** Shows the party's certificate, trusts the municipality's CA. */
    static SSLContext tls(String name) {
        return PartyTls.of(
                RunningGateway.shared().certificate("municipal-ca.pem").getParent(), name);
    }
}
