package nl.sluiswachter.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.sluiswachter.support.Contract;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OpenApiServletTest {

    @Test
    void servesTheContractToAnyWebPage() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();

        new OpenApiServlet().service(new MockHttpServletRequest("GET", OpenApiServlet.PATH), response);

        Contract.load()
                .response(
                        "GET",
                        OpenApiServlet.PATH,
                        response.getStatus(),
                        Map.of(
                                "Content-Type", response.getContentType(),
                                "Access-Control-Allow-Origin", response.getHeader("Access-Control-Allow-Origin"),
                                "API-Version", ApiVersion.CURRENT), // the edge adds it to every answer
                        response.getContentAsByteArray());
        assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length);
    }
}
