package nl.sluiswachter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.support.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StrictJsonTest {

    private static final int DEPTH = 4;
    private static final int FIELDS = 6;
    private static final int TEXT = 10;

    private final StrictJson json = new StrictJson(limits());

    @Test
    void keepsNumbersAsTheyWereWritten() {
        JsonNode read = json.read(utf8("{\"amount\":1.10,\"large\":12345678901234567890.5}"));

        assertThat(new String(json.write(read), StandardCharsets.UTF_8))
                .isEqualTo("{\"amount\":1.10,\"large\":12345678901234567890.5}");
    }

    @Test
    void acceptsWhatIsExactlyWithinEachBound() {
        assertThatCode(() -> json.read(utf8("[[[[]]]]"))).doesNotThrowAnyException();
        assertThatCode(() -> json.read(utf8("[1,2,3,4,5,6]"))).doesNotThrowAnyException();
        assertThatCode(() -> json.read(utf8("\"1234567890\""))).doesNotThrowAnyException();
        assertThatCode(() -> json.read(utf8("{\"1234567890\":\"\\ud83d\\ude00\"}")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refused")
    void refusesWithAStableCode(String code, String body) {
        assertThat(codeOf(utf8(body))).isEqualTo(code);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("MALFORMED_JSON", ""),
                Arguments.of("MALFORMED_JSON", "   "),
                Arguments.of("MALFORMED_JSON", "{\"a\":1"),
                Arguments.of("MALFORMED_JSON", "{\"a\":1}{}"),
                Arguments.of("MALFORMED_JSON", "{\"a\":1} x"),
                Arguments.of("MALFORMED_JSON", "{\"a\":1,}"),
                Arguments.of("MALFORMED_JSON", "{a:1}"),
                Arguments.of("MALFORMED_JSON", "{'a':1}"),
                Arguments.of("MALFORMED_JSON", "{\"a\":NaN}"),
                Arguments.of("MALFORMED_JSON", "{\"a\":+1}"),
                Arguments.of("MALFORMED_JSON", "{\"a\":01}"),
                Arguments.of("MALFORMED_JSON", "{/* no */\"a\":1}"),
                Arguments.of("MALFORMED_JSON", "\ufeff{}"),
                Arguments.of("UNUSABLE_TEXT", "{\"a\":\"\\u0000\"}"),
                Arguments.of("UNUSABLE_TEXT", "{\"a\":\"\\ud800\"}"),
                Arguments.of("UNUSABLE_TEXT", "{\"\\udc00\":1}"),
                Arguments.of("DUPLICATE_MEMBER", "{\"a\":1,\"a\":2}"),
                Arguments.of("DUPLICATE_MEMBER", "{\"b\":{\"a\":1,\"\\u0061\":2}}"),
                Arguments.of("JSON_TOO_DEEP", "[[[[[]]]]]"),
                Arguments.of("JSON_TOO_DEEP", "[".repeat(5000)),
                Arguments.of("TOO_MANY_FIELDS", "[1,2,3,4,5,6,7]"),
                Arguments.of("TOO_MANY_FIELDS", "{\"a\":[1,2,3],\"b\":[1,2]}"),
                Arguments.of("TEXT_TOO_LONG", "\"12345678901\""),
                Arguments.of("TEXT_TOO_LONG", "{\"12345678901\":1}"),
                Arguments.of("TEXT_TOO_LONG", "{\"" + "x".repeat(60_000) + "\":1}"),
                Arguments.of("NUMBER_TOO_LONG", "1".repeat(65)),
                Arguments.of("NUMBER_TOO_LONG", "1".repeat(2000)),
                Arguments.of("NUMBER_TOO_LONG", "1e999999999"),
                Arguments.of("NUMBER_TOO_LONG", "1e-401"),
                Arguments.of("NUMBER_TOO_LONG", "1e99999999999"));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        assertThat(codeOf(new byte[] {'"', (byte) 0xC3, '"'})).isEqualTo("NOT_UTF8");
        assertThat(codeOf(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'})).isEqualTo("NOT_UTF8");
    }

    @Test
    void doesNotGuessAnotherEncoding() {
        assertThat(codeOf("{}".getBytes(StandardCharsets.UTF_16BE))).isEqualTo("MALFORMED_JSON");
        assertThat(codeOf("{}".getBytes(StandardCharsets.UTF_16))).isEqualTo("NOT_UTF8");
    }

    @Test
    void neverRepeatsTheInput() {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> json.read(utf8("{\"999993653\":1,\"999993653\":2}")));

        assertThat(refused.problem().toString()).doesNotContain("999993653");
        assertThat(refused.toString()).doesNotContain("999993653");
        assertThat(refused.getCause()).isNull();
    }

    @Property(tries = 3000)
    void readsOrRefusesAnyBytesWithAProblem(@ForAll byte[] body) {
        readsOrRefuses(body);
    }

    @Property(tries = 5000)
    void readsOrRefusesAnythingThatLooksLikeJson(@ForAll("almostJson") String body) {
        readsOrRefuses(utf8(body));
    }

    @Provide
    Arbitrary<String> almostJson() {
        return Arbitraries.of(
                        "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"b\"", "1", "-0", "1e5", "1e999", "null", "true",
                        "\\u0000", "\\ud800", " ", "NaN", "//", "\u0000", "é")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    private void readsOrRefuses(byte[] body) {
        try {
            JsonNode read = json.read(body);
            assertThat(json.read(json.write(read))).isEqualTo(read);
        } catch (ProblemException e) {
            assertThat(e.problem().status()).isEqualTo(400);
        }
    }

    private String codeOf(byte[] body) {
        return catchThrowableOfType(ProblemException.class, () -> json.read(body))
                .problem()
                .code();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static GatewaySettings.Limits limits() {
        return Settings.with(Map.of(
                        "sluiswachter.limits.json-depth", String.valueOf(DEPTH),
                        "sluiswachter.limits.fields", String.valueOf(FIELDS),
                        "sluiswachter.limits.text", String.valueOf(TEXT)))
                .limits();
    }
}
