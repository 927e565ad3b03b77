package nl.sluiswachter.transferlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void sortsMembersAtEveryDepthAndKeepsTheOrderOfLists() throws Exception {
        assertThat(canonical("{ \"b\": [ {\"d\": 1, \"c\": null}, 2 ], \"a\": true, \"B\": \"x\" }"))
                .isEqualTo("{\"B\":\"x\",\"a\":true,\"b\":[{\"c\":null,\"d\":1},2]}");
    }

    @Test
    void writesLettersAsUtf8AndDoesNotEscapeThem() throws Exception {
        assertThat(canonical("\"\\u00e9\\ud83d\\ude00\\u20ac\"")).isEqualTo("\"é😀€\"");
    }

    @Test
    void twoSpellingsOfTheSameAreTheSame() throws Exception {
        assertThat(canonical("{\"a\":1,\"b\":\"\\u0041\"}")).isEqualTo(canonical("{ \"b\":\"A\", \"a\" : 1 }"));
    }

    private static String canonical(String json) throws Exception {
        return new String(CanonicalJson.bytes(JSON.readTree(json)), StandardCharsets.UTF_8);
    }
}
