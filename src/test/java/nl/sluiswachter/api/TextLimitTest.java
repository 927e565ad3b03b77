package nl.sluiswachter.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class TextLimitTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void givesEveryTextALengthAndLeavesTheRestAsItIs() throws Exception {
        JsonNode schema = JSON.readTree(
                """
                {"type":"object","properties":{
                  "a":{"type":"string"},
                  "b":{"type":["string","null"],"maxLength":64},
                  "c":{"type":"array","items":{"type":["string","number"]}},
                  "type":{"type":"string"},
                  "d":{"const":"string"},
                  "e":{"type":"number"}}}
                """);

        assertThat(new TextLimit(100).on(schema))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"type":"object","properties":{
                                  "a":{"type":"string","maxLength":100},
                                  "b":{"type":["string","null"],"maxLength":64},
                                  "c":{"type":"array","items":{"type":["string","number"],"maxLength":100}},
                                  "type":{"type":"string","maxLength":100},
                                  "d":{"const":"string"},
                                  "e":{"type":"number"}}}
                                """));
    }
}
