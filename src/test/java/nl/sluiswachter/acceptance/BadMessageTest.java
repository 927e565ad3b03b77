package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A malformed message gets a problem that names what is wrong, never what was sent, and leaves no trace. */
class BadMessageTest {

    private static final String GOOD = new String(Messages.allocation().bytes(), StandardCharsets.UTF_8);

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("MALFORMED_JSON", bytes(GOOD.substring(1))),
                Arguments.of("MALFORMED_JSON", bytes(GOOD.substring(0, GOOD.length() - 1))),
                Arguments.of("MALFORMED_JSON", bytes(GOOD + "{}")),
                Arguments.of("MALFORMED_JSON", bytes("{'exchangeType':'" + Messages.FAMILY + "'}")),
                Arguments.of("MALFORMED_JSON", bytes("{\"a\":NaN}")),
                Arguments.of("MALFORMED_JSON", new byte[0]),
                Arguments.of("NOT_UTF8", GOOD.replace('Z', 'é').getBytes(StandardCharsets.ISO_8859_1)),
                Arguments.of("DUPLICATE_MEMBER", bytes(GOOD.replaceFirst("\\{", "{\"purpose\":\"OTHER\","))),
                Arguments.of("DUPLICATE_MEMBER", bytes(GOOD.replace("\"bsn\":", "\"bsn\":\"1\",\"bsn\":"))),
                Arguments.of("JSON_TOO_DEEP", bytes("[".repeat(33) + "]".repeat(33))),
                Arguments.of("TEXT_TOO_LONG", text("/persons/0/data/care/indication", "x".repeat(65_537))),
                Arguments.of("TOO_MANY_FIELDS", bytes("[" + "0,".repeat(10_001) + "0]")));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void isRefusedWithItsCode(String code, byte[] body) {
        assertThat(refusal(body).code()).isEqualTo(code);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(" UNKNOWN_MEMBER", text("/" + Messages.FAMILY, Messages.STORY)),
                Arguments.of(" UNKNOWN_MEMBER", text("/sender", "00000099000000001100")),
                Arguments.of("/exchangeType EXCHANGE_TYPE_UNKNOWN", text("/exchangeType", Messages.FAMILY)),
                Arguments.of("/exchangeType TEXT_EXPECTED", json("/exchangeType", "7")),
                Arguments.of(
                        "/exchangeType MISSING",
                        Messages.allocation().without("/exchangeType").bytes()),
                Arguments.of("/persons ARRAY_EXPECTED", json("/persons", "{}")),
                Arguments.of("/persons SIZE", json("/persons", "[]")),
                Arguments.of("/persons SIZE", json("/persons", "[" + "{},".repeat(64) + "{}]")),
                Arguments.of("/persons/0 OBJECT_EXPECTED", json("/persons", "[\"" + Messages.ANNA + "\"]")),
                Arguments.of("/persons/0/ref FORMAT", text("/persons/0/ref", Messages.ANNA)),
                Arguments.of("/persons/0/relation NOT_A_CHOICE", text("/persons/0/relation", Messages.GIVEN)),
                Arguments.of("/persons/0/origin NOT_A_CHOICE", text("/persons/0/origin", "wmo")),
                Arguments.of("/persons/0/data OBJECT_EXPECTED", json("/persons/0/data", "[]")),
                Arguments.of("/receiver OBJECT_EXPECTED", text("/receiver", "00000099000000002000")),
                Arguments.of("/receiver/oin OIN_EXPECTED", text("/receiver/oin", Messages.ANNA)),
                Arguments.of("/senderCapacity CAPACITY_EXPECTED", text("/senderCapacity", Messages.FAMILY)),
                Arguments.of("/replyTo UUID_EXPECTED", text("/replyTo", Messages.ANNA)),
                Arguments.of("/circumstances OBJECT_EXPECTED", json("/circumstances", "true")),
                Arguments.of(
                        "/circumstances/bsnNecessary BOOLEAN_EXPECTED", text("/circumstances/bsnNecessary", "true")));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void isToldWhereAndWhy(String complaint, byte[] body) {
        Reply refusal = refusal(body);

        assertThat(refusal.code()).isEqualTo("INVALID_INPUT");
        assertThat(refusal.json()
                        .path("invalidParams")
                        .valueStream()
                        .map(param -> param.path("name").asText() + " "
                                + param.path("code").asText()))
                .contains(complaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/decisions", "/v1/consents", "/v1/facts", "/v1/consents/_zoek", "/v1/facts/_zoek"})
    void holdsForEveryCall(String call) {
        byte[] body = bytes("{\"subject\":{\"bsn\":\"%s\"".formatted(Messages.ANNA));

        Reply refusal = Client.of("gemeente-wmo").post(call, body).bad().send();

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.code()).isEqualTo("MALFORMED_JSON");
    }

    private static Reply refusal(byte[] body) {
        int before = Tables.entries();
        Reply refusal = Client.of("gemeente-wmo")
                .post("/v1/transfers", body)
                .key(UUID.randomUUID().toString())
                .bad()
                .send();
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.text())
                .doesNotContain(Messages.ANNA, Messages.FAMILY, Messages.GIVEN, Messages.STORY, "00000099000000001100");
        assertThat(Tables.entries()).isEqualTo(before);
        return refusal;
    }

    private static byte[] text(String pointer, String value) {
        return Messages.allocation().text(pointer, value).bytes();
    }

    private static byte[] json(String pointer, String value) {
        return Messages.allocation().with(pointer, value).bytes();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
