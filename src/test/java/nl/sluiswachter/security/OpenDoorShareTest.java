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

/** Anybody can fill the open door, and nobody else notices. */
@Timeout(60)
class OpenDoorShareTest {

    private static final int PLACES = 4;

    @Test
    void aFullOpenDoorLeavesTheOthersOpen() throws Exception {
        try (TestDoors doors =
                TestDoors.open("sluiswachter.limits.threads=4", "sluiswachter.limits.open-threads=" + PLACES)) {
            HttpClient anybody = doors.client(Optional.empty());
            HttpClient partner = doors.client(Optional.of(doors.partner("00000099000000002100")));
            List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
            for (int i = 0; i < PLACES; i++) {
                waiting.add(anybody.sendAsync(request(doors, Surface.OPEN, "/log/wait"), BodyHandlers.ofString()));
            }
            DoorsApplication.WaitingRoom room = doors.bean(DoorsApplication.WaitingRoom.class);
            room.inside().acquire(PLACES);

            HttpResponse<String> refused =
                    anybody.send(request(doors, Surface.OPEN, "/log/checkpoint"), BodyHandlers.ofString());
            HttpResponse<String> served =
                    partner.send(request(doors, Surface.PARTNER, "/v1/echo"), BodyHandlers.ofString());

            room.door().countDown();
            CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).get();
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(served.statusCode()).isEqualTo(200);
            assertThat(anybody.send(request(doors, Surface.OPEN, "/log/checkpoint"), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static HttpRequest request(TestDoors doors, Surface door, String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + doors.port(door) + path))
                .build();
    }
}
