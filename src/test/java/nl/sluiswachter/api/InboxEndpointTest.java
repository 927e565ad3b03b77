package nl.sluiswachter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.delivery.InboxWorld;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PartyStatus;
import nl.sluiswachter.party.Side;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.support.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

class InboxEndpointTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Contract CONTRACT = Contract.load();
    private static final Map<String, String> TYPE = Map.of("Content-Type", "application/json", "API-Version", "1.0.0");

    private final InboxWorld world = new InboxWorld();
    private final InboxEndpoint endpoint = new InboxEndpoint(world.inbox(), new StrictJson(limits()));

    @Test
    void listsByPageWithACursor() throws IOException {
        UUID first = world.queue();
        UUID second = world.queue();

        JsonNode page = list(Map.of("limit", "1"));
        JsonNode next =
                list(Map.of("limit", "1", "cursor", page.get("nextCursor").textValue()));

        assertThat(page.at("/messages/0/transferId").textValue()).isEqualTo(first.toString());
        assertThat(page.at("/messages/0/state").textValue()).isEqualTo("QUEUED");
        assertThat(page.toString()).doesNotContain("999993653");
        assertThat(next.at("/messages/0/transferId").textValue()).isEqualTo(second.toString());
        assertThat(next.get("nextCursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "1.5", "", " 1", "1000", "99999999999", "٣"})
    void refusesALimitOutsideItsRange(String limit) {
        Problem problem = refused(request(Map.of("limit", limit), "", ""), "list");

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.members().toString()).contains("name=limit");
    }

    @Test
    void namesEveryFaultOfAQueryAndRepeatsNone() {
        Problem problem = refused(request(Map.of("limit", "999993653", "cursor", "999993653"), "", ""), "list");

        assertThat(problem.members().toString()).contains("name=limit", "name=cursor");
        assertThat(problem.toJson().toString()).doesNotContain("999993653");
    }

    @Test
    void readsAMessageAsTheContractSays() throws IOException {
        UUID id = world.queue();

        Answer answer = endpoint.read(request(Map.of(), id.toString(), ""));

        CONTRACT.response("GET", "/v1/inbox/" + id, 200, TYPE, answer.body());
        JsonNode message = JSON.readTree(answer.body());
        assertThat(message.get("state").textValue()).isEqualTo("DELIVERED");
        assertThat(message.at("/message/persons/0/data/identity/bsn").textValue())
                .isEqualTo("999993653");
    }

    @Test
    void answersAlikeToEveryIdThatIsNotAnOpenMessageOfTheCaller() {
        UUID settled = world.queue();
        endpoint.acknowledge(rejection(settled, "OTHER"));
        UUID elsewhere = world.queueForAnother();

        assertThat(refused(request(Map.of(), settled.toString(), ""), "read"))
                .isEqualTo(refused(request(Map.of(), elsewhere.toString(), ""), "read"))
                .isEqualTo(refused(request(Map.of(), UUID.randomUUID().toString(), ""), "read"))
                .isEqualTo(refused(request(Map.of(), "1-1-1-1-1", ""), "read"))
                .isEqualTo(refused(request(Map.of(), "../999993653", ""), "read"))
                .extracting(Problem::status, Problem::code)
                .containsExactly(404, "NOT_FOUND");
    }

    @Test
    void answersAnAcknowledgementAsTheContractSaysAndTheSameAgain() {
        UUID id = world.queue();
        endpoint.read(request(Map.of(), id.toString(), ""));
        Request accept = request(Map.of(), id.toString(), "{\"status\":\"ACCEPTED\"}");

        Answer first = endpoint.acknowledge(accept);
        Answer second = endpoint.acknowledge(accept);

        CONTRACT.response("POST", "/v1/inbox/" + id + "/acknowledgement", 200, TYPE, first.body());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(refused(rejection(id, "OTHER"), "acknowledge").code()).isEqualTo("ALREADY_SETTLED");
    }

    @Test
    void doesNotTakeAnAcceptanceOfAnUnreadMessage() {
        Request accept = request(Map.of(), world.queue().toString(), "{\"status\":\"ACCEPTED\"}");

        Problem problem = refused(accept, "acknowledge");

        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.code()).isEqualTo("NOT_READ_YET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"status\":\"accepted\"}",
                "{\"status\":true}",
                "{\"status\":\"REJECTED\"}",
                "{\"status\":\"REJECTED\",\"reason\":\"NO\"}",
                "{\"status\":\"ACCEPTED\",\"reason\":\"OTHER\"}",
                "{\"status\":\"ACCEPTED\",\"bsn\":\"999993653\"}",
                "{\"status\":\"ACCEPTED\",\"status\":\"REJECTED\"}",
                "{\"status\":\"ACCEPTED\"} {}",
                "{\"status\":[\"ACCEPTED\"]}"
            })
    void refusesAnAcknowledgementThatDoesNotFitTheContract(String body) {
        UUID id = world.queue();
        endpoint.read(request(Map.of(), id.toString(), ""));

        Problem problem = refused(request(Map.of(), id.toString(), body), "acknowledge");

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.toJson().toString()).doesNotContain("999993653");
        assertThat(endpoint.read(request(Map.of(), id.toString(), "")).status()).isEqualTo(200);
    }

    private JsonNode list(Map<String, String> query) throws IOException {
        Answer answer = endpoint.list(request(query, "", ""));
        CONTRACT.response("GET", "/v1/inbox", 200, TYPE, answer.body());
        return JSON.readTree(answer.body());
    }

    private static Request rejection(UUID id, String reason) {
        return request(Map.of(), id.toString(), "{\"status\":\"REJECTED\",\"reason\":\"" + reason + "\"}");
    }

    private Problem refused(Request request, String call) {
        return catchThrowableOfType(ProblemException.class, () -> {
                    switch (call) {
                        case "list" -> endpoint.list(request);
                        case "read" -> endpoint.read(request);
                        default -> endpoint.acknowledge(request);
                    }
                })
                .problem();
    }

    private static Request request(Map<String, String> query, String id, String body) {
        Oin oin = InboxWorld.CALLER;
        Party caller = new Party(
                oin,
                "Example",
                Side.PARTNER,
                PartyStatus.ACTIVE,
                java.util.Set.of(),
                java.util.List.of(),
                Optional.empty());
        return new Request(caller, "inbox", Map.of("id", id), query, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static GatewaySettings.Limits limits() {
        return Binder.get(new MockEnvironment()).bindOrCreate("sluiswachter.limits", GatewaySettings.Limits.class);
    }
}
