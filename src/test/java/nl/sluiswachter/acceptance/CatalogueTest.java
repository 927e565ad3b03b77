package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
                Arguments.of(
                        "huisarts",
                        Messages.answer("0199a000-0000-7000-8000-000000000001")
                                .without("/persons/0/data/identity/birthdate")),
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
        JsonSchema schema = schema(party, message, "schema");

        assertThat(schema.validate(message.json())).isEmpty();
        for (Message changed : List.of(
                message.text("/purpose", "OTHER"),
                message.text("/necessity", " "),
                message.text("/exchangeType", "OTHER"),
                message.text("/senderCapacity", "KCC"),
                message.text("/receiver/capacity", "KCC"),
                message.text("/legalBasis", "WAMS:art. 2"),
                message.with("/circumstances/informed", "{\"status\":\"NOT_INFORMED\"}"),
                message.text("/persons/0/origin", "NOWHERE"),
                message.text("/persons/0/relation", "REPRESENTATIVE"),
                message.text("/persons/0/data/legal/criminal", "x"),
                message.text("/persons/0/data/identity/name/nickname", "x"),
                message.with("/persons/0/data/identity/name", "[]"),
                message.without("/persons/0/data/identity/name"))) {
            assertThat(schema.validate(changed.json()))
                    .as(changed.json().toString())
                    .isNotEmpty();
        }
    }

    @Test
    void tellsASchoolThatItMayNotUseABsnWhereAPractitionerMay() {
        Message report = Messages.report();

        assertThat(schema("huisarts", report, "schema").validate(report.json())).isEmpty();
        Message bySchool = report.text("/senderCapacity", "SCHOOL").text("/persons/0/origin", "SCHOOL");
        JsonSchema ofSchool = schema("school", report, "schema");
        assertThat(ofSchool.validate(bySchool.json())).isNotEmpty();
        assertThat(ofSchool.validate(
                        bySchool.without("/persons/0/data/identity/bsn").json()))
                .isEmpty();
    }

    @Test
    void tellsAReceiverWhatItWillGet() {
        Tables.forgetRegisters();
        Message report = Messages.report();
        Client receiver = Client.of("veilig-thuis");
        String id = Client.of("huisarts").transfer(report).transferId();
        JsonNode content =
                receiver.get("/v1/inbox/" + id).send().json().path("message").deepCopy();
        JsonSchema schema = schema("veilig-thuis", report, "deliverySchema");

        assertThat(schema.validate(content)).isEmpty();
        ((ObjectNode) content).put("extra", "x");
        assertThat(schema.validate(content)).isNotEmpty();
    }

    @Test
    void saysWhatEachRuleAsks() {
        JsonNode rule = types(Client.of("school"))
                .filter(type -> type.path("exchangeType").asText().equals("VT_REPORT"))
                .findFirst()
                .orElseThrow()
                .at("/rules/0");

        assertThat(rule.at("/preconditions/0/members/0").asText()).isEqualTo("circumstances.informed");
        assertThat(rule.at("/preconditions/0/text").asText()).contains("inwoner");
        assertThat(rule.at("/obligations/0/within").asText()).isEqualTo("P28D");
        assertThat(rule.at("/retention/receiver").asText()).isEqualTo("P20Y");
        assertThat(rule.at("/consent/givenBy/under12").asText()).isEqualTo("REPRESENTATIVE");
    }

    @Test
    void isNotSentAgainToWhoHasIt() {
        Client school = Client.of("school");
        Reply first = school.get("/v1/catalogue").send();
        String tag = first.headers().get("ETag");

        Reply again = school.get("/v1/catalogue").header("If-None-Match", tag).send();
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers()).containsEntry("ETag", tag);
        assertThat(school.get("/v1/catalogue")
                        .header("If-None-Match", tag)
                        .header("Accept-Language", "en")
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(Client.of("huisarts")
                        .get("/v1/catalogue")
                        .header("If-None-Match", tag)
                        .send()
                        .status())
                .isEqualTo(200);
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

    private static JsonSchema schema(String party, Message message, String member) {
        JsonNode schema = types(Client.of(party))
                .filter(type -> type.path("exchangeType").equals(message.json().path("exchangeType")))
                .findFirst()
                .orElseThrow()
                .path(member);
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
    }

    private static Stream<JsonNode> types(Client party) {
        return party.get("/v1/catalogue").send().json().path("exchangeTypes").valueStream();
    }
}
