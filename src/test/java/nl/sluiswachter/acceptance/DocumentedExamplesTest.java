package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the documentation shows fits the published schemas, and does at the gateway what the documentation says. */
class DocumentedExamplesTest {

    private static final Path FOLDER = Path.of("docs", "examples");

    private final Client municipality = Client.of("gemeente-wmo");

    @BeforeEach
    void startWithEmptyRegisters() {
        Tables.forgetRegisters();
    }

    @ParameterizedTest
    @CsvSource({
        "gemeente-wmo, welfare-referral",
        "gemeente-regisseur, case-conference",
        "veilig-thuis, vt-info-request",
        "huisarts, vt-info-response"
    })
    void fitTheSchemaThatTheirSenderReads(String party, String name) {
        assertThat(complaints(party, example(name))).isEmpty();
    }

    @Test
    void theReadmeShowsTheWordsOfTheGateway() throws IOException {
        String answers = Stream.of("wmo-allocation", "welfare-referral")
                .map(name -> municipality.transfer(example(name)).text())
                .collect(Collectors.joining());
        List<String> shown = Pattern.compile("\"text\": \"([^\"]+)\"")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(shown).hasSizeGreaterThan(8).allMatch(answers::contains);
    }

    @Test
    void theAllocationDoesNotFitForTheDiagnosisAlone() {
        Message allocation = example("wmo-allocation");

        assertThat(complaints("gemeente-wmo", allocation)).isNotEmpty();
        assertThat(complaints("gemeente-wmo", allocation.without("/persons/0/data/health")))
                .isEmpty();
    }

    @Test
    void aTableIsHeldAgainstTheSchemaForEachOfItsReceivers() {
        Message table = example("case-conference");
        String conference = "gemeente-regisseur";
        String receiver = "{\"oin\":\"00000099000000002000\",\"capacity\":\"WMO_AANBIEDER\"}";

        assertThat(List.of(
                        table.with("/receiver", receiver),
                        table.without("/receivers"),
                        table.without("/receivers").with("/receiver", receiver).without("/persons/0/data/plan"),
                        table.with("/receivers", "[]"),
                        table.text("/receivers/0/capacity", "KCC"),
                        table.text("/receivers/0/persons/0/data/plan/secret", "x"),
                        table.text("/receivers/1/persons/0/relation", "PARENT"),
                        table.text("/persons/0/origin", "NOWHERE"),
                        table.text("/persons/0/data/health/diagnosis", "x")))
                .allSatisfy(changed -> assertThat(complaints(conference, changed))
                        .as(changed.json().toString())
                        .isNotEmpty());
        assertThat(complaints(conference, table.without("/persons/0/data/plan")))
                .isEmpty();
        assertThat(complaints(
                        conference,
                        table.without("/receivers")
                                .with("/receiver", receiver)
                                .with("/persons/0/data/plan/actions", "[\"opruimen\"]")))
                .isEmpty();
    }

    @Test
    void aConsentThatWasAskedAsTheRefusalSaysPermitsTheReferral() {
        Message referral = example("welfare-referral");
        Reply refusal = municipality.transfer(referral);
        assertThat(refusal.code()).isEqualTo("CONSENT_REQUIRED");
        Message request = example("welfare-consent-request");
        assertThat(request.without("/subject").json()).isEqualTo(refusal.json().at("/remedies/0/body"));

        String id = Registers.consentBy("gemeente-wmo", request);
        Message grant = example("consent-grant").text("/givenAt", Instant.now().toString());
        Reply granted =
                municipality.post("/v1/consents/" + id + "/grant", grant).send();

        assertThat(granted.status()).as(granted.text()).isEqualTo(200);
        assertThat(municipality.transfer(referral).status()).isEqualTo(202);
    }

    @Test
    void theReadmeShowsTheAnswersThatAreGiven() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        Reply refusal = municipality.transfer(example("welfare-referral"));

        assertThat(readme).contains("\"detail\": \"" + refusal.at("/detail") + "\"");
        refusal.json().path("reasons").forEach(reason -> assertThat(readme)
                .contains("\"article\": \"" + reason.path("article").asText() + "\", \"text\": \""
                        + reason.path("text").asText() + "\""));
        refusal.json().path("remedies").forEach(remedy -> assertThat(readme)
                .contains("{\"code\": \"" + remedy.path("code").asText() + "\", \"text\": \""
                        + remedy.path("text").asText() + "\""));
        refusal.json().path("removed").forEach(removed -> assertThat(readme)
                .contains("{\"person\": \"p1\", \"field\": \""
                        + removed.path("field").asText() + "\", \"code\": \""
                        + removed.path("code").asText() + "\"}"));
        long passed = refusal.json()
                .path("findings")
                .valueStream()
                .filter(finding -> !finding.path("outcome").asText().equals("FAIL"))
                .count();
        assertThat(readme).contains("… and " + passed + " that were not at fault");
    }

    @Test
    void aQuestionOfVeiligThuisIsAnsweredInOneMessage() {
        Reply question = Client.of("veilig-thuis").transfer(example("vt-info-request"));
        assertThat(question.status()).as(question.text()).isEqualTo(202);
        assertThat(question.removed()).isEmpty();

        Reply answer =
                Client.of("huisarts").transfer(example("vt-info-response").text("/replyTo", question.transferId()));

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.removed()).containsExactly("p1 identity.address FIELD_NOT_ALLOWED");
    }

    private static Set<String> complaints(String party, Message message) {
        JsonNode type = Client.of(party)
                .get("/v1/catalogue")
                .send()
                .json()
                .path("exchangeTypes")
                .valueStream()
                .filter(open -> open.path("exchangeType").equals(message.json().path("exchangeType")))
                .findFirst()
                .orElseThrow();
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(type.path("schema"));
        return schema.validate(message.json()).stream()
                .map(ValidationMessage::getMessage)
                .collect(Collectors.toSet());
    }

    private static Message example(String name) {
        try {
            return Message.of(Files.readString(FOLDER.resolve(name + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
