package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A call that the contract does not have, or that is out of bounds, ends in a problem like any other. */
class BadCallTest {

    private static final int MEBIBYTE = 1024 * 1024;

    private final Client municipality = Client.of("gemeente-wmo");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/v1/",
                "/v1/transfers/",
                "/v1/nothing",
                "/v1/inbox/",
                "/v1/openapi.json",
                "/v1/Catalogue",
                "/v1/INBOX",
                "/v1/transfers/0199f3c2-7a10-7c3e-9f00-5b1d2c3e4f50/Receipt",
                "/v2/transfers",
                "/",
                "/v1/transfers/0199f3c2-7a10-7c3e-9f00-5b1d2c3e4f50/",
                "/v1/transfers/0199f3c2-7a10-7c3e-9f00-5b1d2c3e4f50/proofs",
                "/health",
                "/metrics"
            })
    void anAddressThatDoesNotExistIsNotFoundAndNeverARedirect(String address) {
        Reply reply = municipality.get(address).bad().send();

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("NOT_FOUND");
        assertThat(reply.headers()).doesNotContainKey("Location");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/transfers, POST",
        "DELETE, /v1/transfers, POST",
        "PUT, /v1/catalogue, GET",
        "POST, /v1/inbox, GET",
        "PATCH, /v1/consents, POST",
        "GET, /v1/decisions, POST",
        "OPTIONS, /v1/transfers, POST",
        "DELETE, /v1/transfers/0199f3c2-7a10-7c3e-9f00-5b1d2c3e4f50, GET"
    })
    void aMethodThatDoesNotExistIsNotAllowed(String method, String address, String allowed) {
        Reply reply = municipality.call(method, address).bad().send();

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.code()).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(reply.headers().get("Allow")).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/inbox", "/v1/inbox/0199f3c2-7a10-7c3e-9f00-5b1d2c3e4f50", "/v1/catalogue"})
    void askingForHeadersAloneReadsNothing(String address) {
        Reply reply = municipality.call("HEAD", address).bad().send();

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.headers()).containsEntry("Allow", "GET");
    }

    @ParameterizedTest
    @CsvSource({"TRACE, 405", "INVENTED, 400"})
    void whatIsNoMethodOfAnyApiEndsAtTheDoor(String method, int status) {
        assertThat(municipality.call(method, "/v1/catalogue").bad().send().status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "application/json; charset=iso-8859-1",
                "multipart/form-data; boundary=x",
                "application/x-java-serialized-object",
                "nonsense"
            })
    void onlyJsonIsRead(String type) {
        Reply reply = municipality
                .post("/v1/transfers", Messages.allocation())
                .header("Content-Type", type)
                .key("media")
                .bad()
                .send();

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBodyOverAMebibyteIsTooLarge(boolean chunked) {
        Client.Call call = municipality
                .post("/v1/transfers", new byte[MEBIBYTE + 1])
                .key("large")
                .bad();

        Reply reply = (chunked ? call.chunked() : call).send();

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.code()).isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void aHeaderOverItsBoundIsTooLarge() {
        Reply reply = municipality
                .get("/v1/catalogue")
                .header("X-Large", "x".repeat(20_000))
                .bad()
                .send();

        assertThat(reply.status()).isIn(400, 431);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=many", "cursor=nonsense", "limit=1&limit=2"})
    void aPageThatDoesNotExistIsRefused(String query) {
        Reply reply = municipality.get("/v1/inbox?" + query).bad().send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("INVALID_INPUT");
    }

    @Test
    void thePublicDoorServesTheContractAndNothingElse() {
        Client passerBy = Client.passerBy();

        Reply contract = passerBy.get("/v1/openapi.json").send();

        assertThat(contract.at("/openapi")).startsWith("3.1");
        assertThat(contract.headers()).containsEntry("Access-Control-Allow-Origin", "*");
        for (Map.Entry<String, String> call :
                Map.of("/v1/catalogue", "GET", "/v1/transfers", "POST").entrySet()) {
            assertThat(passerBy.call(call.getValue(), call.getKey())
                            .bad()
                            .send()
                            .status())
                    .isEqualTo(404);
        }
    }
}
