package nl.sluiswachter.support;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The validator itself: it must be able to fail. */
class ContractTest {

    private static final Map<String, String> JSON = Map.of("content-type", "application/json; charset=utf-8");
    private static final Map<String, String> ANSWER =
            Map.of("Content-Type", "application/json", "api-version", "1.0.0");
    private static final Map<String, String> PROBLEM =
            Map.of("Content-Type", "application/problem+json", "API-Version", "1.0.0");
    private static final String ID = "0199f3c2-7a10-7c3e-9f00-5b1d2c3e4f50";
    private static final String PROBLEM_BODY =
            "{\"type\":\"about:blank\",\"title\":\"t\",\"status\":404,\"detail\":\"d\",\"code\":\"NOT_FOUND\"}";
    private static final String SEARCH = "{\"subject\":{\"bsn\":\"999993653\"}}";

    private final Contract contract = Contract.load();

    @Test
    void acceptsARequestThatKeepsToTheContract() {
        assertThatCode(() -> request("POST", "/v1/consents/_zoek", JSON, SEARCH))
                .doesNotThrowAnyException();
        assertThatCode(() -> request("GET", "/v1/inbox?limit=5&cursor=a", Map.of(), ""))
                .doesNotThrowAnyException();
        assertThatCode(() -> request("POST", "/v1/consents/" + ID + "/withdrawal", Map.of(), ""))
                .doesNotThrowAnyException();
    }

    @Test
    void acceptsAResponseThatKeepsToTheContract() {
        assertThatCode(() -> response("POST", "/v1/consents/_zoek", 200, ANSWER, "{\"consents\":[]}"))
                .doesNotThrowAnyException();
        assertThatCode(() -> response("GET", "/v1/transfers/" + ID, 404, PROBLEM, PROBLEM_BODY))
                .doesNotThrowAnyException();
        assertThatCode(() -> response("GET", "/v1/nothing-here", 404, PROBLEM, PROBLEM_BODY))
                .doesNotThrowAnyException();
        assertThatCode(() -> response("DELETE", "/v1/transfers", 405, PROBLEM, PROBLEM_BODY.replace("404", "405")))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesARequestThatTheContractDoesNotHave() {
        refuses("no DELETE /v1/transfers", () -> request("DELETE", "/v1/transfers", Map.of(), ""));
        refuses("no GET /v1/inbox/", () -> request("GET", "/v1/inbox/", Map.of(), ""));
        refuses("query parameter [bsn]", () -> request("GET", "/v1/inbox?bsn=1", Map.of(), ""));
        refuses("Parameter limit", () -> request("GET", "/v1/inbox?limit=500", Map.of(), ""));
        refuses("Parameter limit", () -> request("GET", "/v1/inbox?limit=all", Map.of(), ""));
        refuses("Parameter id", () -> request("GET", "/v1/transfers/5", Map.of(), ""));
        refuses("Idempotency-Key is missing", () -> request("POST", "/v1/transfers", JSON, "{}"));
        refuses("has no body", () -> request("GET", "/v1/inbox", JSON, "{}"));
    }

    @Test
    void refusesARequestBodyThatDoesNotFit() {
        String search = "/v1/consents/_zoek";
        refuses("media type", () -> request("POST", search, Map.of("Content-Type", "text/plain"), SEARCH));
        refuses("media type", () -> request("POST", search, Map.of(), ""));
        refuses("Not JSON", () -> request("POST", search, JSON, "{"));
        refuses("surprise", () -> request("POST", search, JSON, SEARCH.replace("}}", "},\"surprise\":1}")));
        refuses("/subject", () -> request("POST", search, JSON, "{\"subject\":{\"birthdate\":\"1984-03-12\"}}"));
        refuses(
                "/subject/birthdate",
                () -> request("POST", search, JSON, SEARCH.replace("}}", ",\"birthdate\":\"no\"}}")));
    }

    @Test
    void refusesAResponseThatDoesNotFit() {
        String target = "/v1/consents/_zoek";
        refuses("no answer 418", () -> response("POST", target, 418, ANSWER, "{}"));
        refuses("API-Version is missing", () -> response("POST", target, 200, JSON, "{\"consents\":[]}"));
        refuses(
                "API-Version does not fit",
                () -> response(
                        "POST",
                        target,
                        200,
                        Map.of("Content-Type", "application/json", "API-Version", "one"),
                        "{\"consents\":[]}"));
        refuses("media type", () -> response("POST", target, 400, ANSWER, PROBLEM_BODY));
        refuses("Not JSON", () -> response("POST", target, 200, ANSWER, "<html>"));
        refuses("consents", () -> response("POST", target, 200, ANSWER, "{}"));
        refuses("consents", () -> response("POST", target, 200, ANSWER, "{\"consents\":[{}]}"));
        refuses("code", () -> response("GET", "/v1/nothing-here", 404, PROBLEM, "{\"title\":\"t\"}"));
        refuses("no answer 200", () -> response("GET", "/v1/nothing-here", 200, ANSWER, "{}"));
    }

    @Test
    void refusesADenialWithoutReasonOrRemedy() {
        String denial = PROBLEM_BODY.replace("}", ",\"decision\":\"DENY\",\"transferId\":\"" + ID + "\"}");

        refuses("remedies", () -> response("POST", "/v1/transfers", 403, PROBLEM, denial));
    }

    private static void refuses(String why, ThrowingCallable check) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessageContaining(why);
    }

    private void request(String method, String target, Map<String, String> headers, String body) {
        contract.request(method, target, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private void response(String method, String target, int status, Map<String, String> headers, String body) {
        contract.response(method, target, status, headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
