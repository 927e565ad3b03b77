package nl.sluiswachter.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PartyShareTest {

    private static final int SHARE = 4;

    @Test
    void onePartyAtItsShareLeavesPlacesForAnother() throws Exception {
        try (TestDoors doors = TestDoors.open("sluiswachter.limits.threads=8")) {
            HttpClient greedy = doors.client(Optional.of(doors.partner("00000099000000002100")));
            HttpClient other = doors.client(Optional.of(doors.partner("00000099000000002200")));
            List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
            for (int i = 0; i < SHARE; i++) {
                waiting.add(greedy.sendAsync(request(doors, "/v1/wait"), BodyHandlers.ofString()));
            }
            DoorsApplication.WaitingRoom room = doors.bean(DoorsApplication.WaitingRoom.class);
            room.inside().acquire(SHARE);

            HttpResponse<String> refused = greedy.send(request(doors, "/v1/echo"), BodyHandlers.ofString());
            HttpResponse<String> served = other.send(request(doors, "/v1/echo"), BodyHandlers.ofString());

            room.door().countDown();
            CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).get();
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("\"code\":\"OVERLOADED\"");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(served.statusCode()).isEqualTo(200);
            assertThat(greedy.send(request(doors, "/v1/echo"), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static HttpRequest request(TestDoors doors, String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + doors.port(Surface.PARTNER) + path))
                .build();
    }
}
