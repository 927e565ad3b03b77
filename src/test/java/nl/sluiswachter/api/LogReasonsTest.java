package nl.sluiswachter.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogReasonsTest {

    @Test
    void areThoseOfTheContract() throws Exception {
        JsonNode contract = JsonMapper.builder().build().readTree(OpenApiServlet.contract());
        List<String> codes = new ArrayList<>();
        contract.at("/components/schemas/LogReason/enum").forEach(code -> codes.add(code.textValue()));

        assertThat(codes).containsExactlyElementsOf(LogReasons.ALL);
    }
}
