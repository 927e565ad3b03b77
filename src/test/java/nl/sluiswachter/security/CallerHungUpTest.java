package nl.sluiswachter.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.camel.RuntimeCamelException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@ExtendWith(OutputCaptureExtension.class)
class CallerHungUpTest {

    @Test
    void isToldInOneLineWithoutAFailure(CapturedOutput output) throws IOException {
        assertThat(body(new RuntimeCamelException(new ClientAbortException(new IOException("Broken pipe")))))
                .isEmpty();

        assertThat(output).doesNotContain("A request failed", "Broken pipe", "\tat ");
    }

    @Test
    void anyOtherFailureIsTold(CapturedOutput output) throws IOException {
        assertThat(body(new RuntimeCamelException(new IOException("Broken pipe"))))
                .isNotEmpty();

        assertThat(output).contains("A request failed");
    }

    private static String body(RuntimeException failure) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new FailureFilter().doFilterInternal(new MockHttpServletRequest(), response, (request, answer) -> {
            throw failure;
        });
        return response.getContentAsString();
    }
}
