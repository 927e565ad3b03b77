package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A party sees what it may exchange, with a schema that a good message fits. */
class CatalogueTest {

    static Stream<Arguments> open() {
        return Stream.of(
                Arguments.of(
                        "welzijn", List.of("VT_REPORT", "WELFARE_REFERRAL"), List.of("WMO_ALLOCATION", "JW_BILLING")),
                Arguments.of(
                        "school", List.of("SCHOOL_TO_YOUTH_TEAM", "YOUTH_TEAM_TO_SCHOOL"), List.of("JW_ALLOCATION")),
                Arguments.of("veilig-thuis", List.of("VT_REPORT", "VT_INFO_REQUEST"), List.of("WELFARE_REFERRAL")),
                Arguments.of("woningcorporatie", List.of(), List.of("VT_REPORT", "WMO_ALLOCATION", "JW_BILLING")));
    }

    @ParameterizedTest
    @MethodSource("open")
    void showsAPartyItsOwnTypesOnly(String party, List<String> own, List<String> others) {
        assertThat(types(Client.of(party)).map(type -> type.path("exchangeType").asText()))
                .containsAll(own)
                .doesNotContainAnyElementsOf(others);
    }

    static Stream<Arguments> examples() {
        return Stream.of(
                Arguments.of("gemeente-wmo", Messages.allocation()),
                Arguments.of("gemeente-wmo", Messages.question()),
                Arguments.of("huisarts", Messages.answer().without("/persons/0/data/identity/birthdate")),
                Arguments.of("huisarts", Messages.report()),
                Arguments.of("school", Messages.pupil("2015-01-01").without("/persons/0/data/identity/bsn")),
                Arguments.of(
                        "gemeente-wmo",
                        Messages.referral()
                                .without("/persons/0/data/identity/bsn")
                                .without("/persons/0/data/identity/birthdate")));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void hasASchemaThatAGoodMessageFits(String party, Message message) {
        JsonSchema schema = schema(party, message.json().path("exchangeType").asText());

        assertThat(schema.validate(message.json())).isEmpty();
        assertThat(schema.validate(message.text("/purpose", "OTHER").json())).isNotEmpty();
        assertThat(schema.validate(
                        message.text("/persons/0/data/legal/criminal", "x").json()))
                .isNotEmpty();
    }

    @Test
    void isExplainedInTwoLanguages() {
        String dutch = Client.of("welzijn").get("/v1/catalogue").send().text();
        String english = Client.of("welzijn")
                .get("/v1/catalogue")
                .header("Accept-Language", "en")
                .send()
                .text();

        assertThat(dutch).contains("toestemming");
        assertThat(english).contains("consent").doesNotContain("toestemming");
    }

    private static JsonSchema schema(String party, String type) {
        JsonNode schema = types(Client.of(party))
                .filter(t -> t.path("exchangeType").asText().equals(type))
                .findFirst()
                .orElseThrow()
                .path("schema");
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
    }

    private static Stream<JsonNode> types(Client party) {
        return party.get("/v1/catalogue").send().json().path("exchangeTypes").valueStream();
    }
}
