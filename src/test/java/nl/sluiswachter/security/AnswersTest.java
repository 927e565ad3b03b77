package nl.sluiswachter.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AnswersTest {

    private static final String OIN = "00000099000000002100";
    private static final String END = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    private static TestDoors doors;
    private static RawClient partner;
    private static RawClient stranger;

    @BeforeAll
    static void open() {
        doors = TestDoors.open("sluiswachter.limits.headers=4KB");
        partner = new RawClient(doors, Optional.of(doors.partner(OIN)));
        stranger = new RawClient(doors, Optional.empty());
    }

    @AfterAll
    static void close() {
        doors.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, BAD_REQUEST",
        "404, NOT_FOUND",
        "405, METHOD_NOT_ALLOWED",
        "413, BODY_TOO_LARGE",
        "415, UNSUPPORTED_MEDIA_TYPE",
        "418, BAD_REQUEST",
        "500, INTERNAL_ERROR",
        "502, INTERNAL_ERROR",
        "503, OVERLOADED"
    })
    void makesAProblemOfAnErrorThatHasOnlyAStatus(int status, String code) throws IOException {
        String bare = partner.send(
                        Surface.PARTNER,
                        "GET /v1/bare HTTP/1.1\r\nStatus: " + status + "\r\nHost: l\r\nConnection: close\r\n\r\n")
                .text();
        String sent = partner.send(
                        Surface.PARTNER,
                        "GET /v1/sent HTTP/1.1\r\nStatus: " + status + "\r\nHost: l\r\nConnection: close\r\n\r\n")
                .text();

        assertProblem(bare, status, code);
        assertProblem(sent, status, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/a b" + END,
                "GET /v1/echo HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /v1/echo HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
                "POST /v1/echo HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\nConnection: close\r\n\r\n",
                "nonsense\r\n\r\n"
            })
    void makesAProblemOfWhatTheContainerRefuses(String request) throws IOException {
        assertProblem(partner.send(Surface.PARTNER, request).text(), 400, "BAD_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/log/../v1/burger-999993653",
                "//v1/burger-999993653",
                "/v1;a=b/burger-999993653",
                "/v1/..;/burger-999993653",
                "/./v1/burger-999993653",
                "/v1/burger-999993653/..",
                "/v1/%2E%2e/burger-999993653",
                "/v1/burger-999993653%2Fx",
                "/v1/burger-999993653%5cx",
                "/v1/burger-999993653%3bx",
                "/v1/%252e/burger-999993653"
            })
    void refusesAPathWithTwoMeaningsAndKeepsItOutOfTheLog(String path, CapturedOutput log) throws IOException {
        assertProblem(partner.get(Surface.PARTNER, path).text(), 400, "MALFORMED_PATH");
        assertProblem(municipal().get(Surface.BACK_OFFICE, path).text(), 400, "MALFORMED_PATH");
        assertProblem(stranger.get(Surface.OPEN, path).text(), 400, "MALFORMED_PATH");
        assertThat(log).doesNotContain("burger", "999993653", "Exception");
    }

    @Test
    void refusesOversizedHeaders() throws IOException {
        String request = "GET /v1/echo HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(5000) + "\r\nConnection: close\r\n\r\n";

        assertProblem(partner.send(Surface.PARTNER, request).text(), 431, "HEADERS_TOO_LARGE");
    }

    @Test
    void refusesTrace() throws IOException {
        assertProblem(partner.send(Surface.PARTNER, "TRACE /v1/echo" + END).text(), 405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void tellsNothingOfAFailureToAnybody(CapturedOutput log) throws IOException {
        assertProblem(partner.get(Surface.PARTNER, "/v1/fail").text(), 500, "INTERNAL_ERROR");

        assertThat(log)
                .contains("A request failed: java.lang.IllegalStateException at nl.sluiswachter")
                .doesNotContain("999993653");
    }

    @ParameterizedTest
    @CsvSource({
        "PARTNER, /v1/openapi.json",
        "PARTNER, /v1/echo/",
        "PARTNER, /v1/nothing",
        "PARTNER, /v1",
        "PARTNER, /",
        "PARTNER, /log/checkpoint",
        "PARTNER, /health",
        "PARTNER, /.well-known/jwks.json",
        "OPEN, /.well-known/security.txt",
        "PARTNER, /error",
        "OPEN, /v1/echo",
        "OPEN, /v1/openapi.json/",
        "OPEN, /health"
    })
    void showsNothingElseAtADoor(Surface surface, String path) throws IOException {
        assertProblem(partner.get(surface, path).text(), 404, "NOT_FOUND");
    }

    @Test
    void goesByTheConnectorNotByTheHeaders() throws IOException {
        String request = "GET /log/checkpoint HTTP/1.1\r\nHost: localhost:" + doors.port(Surface.OPEN)
                + "\r\nX-Forwarded-Port: " + doors.port(Surface.OPEN)
                + "\r\nForwarded: host=localhost:9443\r\nConnection: close\r\n\r\n";

        assertProblem(partner.send(Surface.PARTNER, request).text(), 404, "NOT_FOUND");
    }

    @Test
    void setsTheHeadersOnAGoodAnswerToo() throws IOException {
        assertHeaders(partner.get(Surface.PARTNER, "/v1/echo").text());
        assertHeaders(stranger.get(Surface.OPEN, "/log/checkpoint").text());
    }

    @Test
    void givesTheContractToEveryOrigin() throws IOException {
        assertThat(stranger.get(Surface.OPEN, "/v1/openapi.json").text()).contains("Access-Control-Allow-Origin: *");
        assertThat(stranger.get(Surface.OPEN, "/log/checkpoint").text()).doesNotContain("Access-Control");
        assertThat(partner.get(Surface.PARTNER, "/v1/echo").text()).doesNotContain("Access-Control");
    }

    @Test
    void saysSoWhenTheRegisterCannotBeReadAndRecovers() throws Exception {
        String database = doors.database.url().replaceAll(".*/", "");
        try (Connection owner = doors.database.asOwner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("revoke connect on database " + database + " from public");
            ((HikariDataSource) doors.bean(DataSource.class))
                    .getHikariPoolMXBean()
                    .softEvictConnections();

            String answer = partner.get(Surface.PARTNER, "/v1/echo").text();

            statement.execute("grant connect on database " + database + " to public");
            assertProblem(answer, 503, "DATABASE_UNAVAILABLE");
            assertThat(answer).contains("Retry-After: ");
        }
        assertThat(partner.get(Surface.PARTNER, "/v1/echo").text()).startsWith("HTTP/1.1 200");
    }

    /** With a certificate of the right authority, for a party that nobody registered. */
    private static RawClient municipal() {
        return new RawClient(
                doors, Optional.of(doors.municipalCa.issue(doors.subject("Unknown", List.of("00000099000000002300")))));
    }

    static void assertProblem(String answer, int status, String code) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("Content-Type: application/problem+json")
                .contains("\"status\":" + status)
                .contains("\"title\":\"", "\"detail\":\"")
                .contains("\"code\":\"" + code + "\"");
        assertHeaders(answer);
    }

    private static void assertHeaders(String answer) {
        assertThat(answer)
                .containsOnlyOnce("API-Version: 1.0.0\r\n")
                .containsOnlyOnce("Cache-Control: no-store\r\n")
                .containsOnlyOnce("Content-Security-Policy: frame-ancestors 'none'\r\n")
                .containsOnlyOnce("Strict-Transport-Security: max-age=31536000\r\n")
                .containsOnlyOnce("X-Content-Type-Options: nosniff\r\n")
                .containsOnlyOnce("X-Frame-Options: DENY\r\n")
                .doesNotContain("Server:", "Set-Cookie", "Location:");
    }
}
