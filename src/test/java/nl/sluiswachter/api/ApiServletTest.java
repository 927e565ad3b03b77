package nl.sluiswachter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ApiServletTest {

    /** Not that there is no such address, which a partner's system would believe. */
    @Test
    void saysThatItStartsOrStopsAsLongAsNotEveryRouteRuns() {
        ApiServlet starting = new ApiServlet(() -> false);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> starting.service(
                        new MockHttpServletRequest("POST", "/v1/transfers"), new MockHttpServletResponse()))
                .satisfies(thrown -> {
                    assertThat(thrown.problem().status()).isEqualTo(503);
                    assertThat(thrown.problem().code()).isEqualTo("STARTING_OR_STOPPING");
                });
    }
}
