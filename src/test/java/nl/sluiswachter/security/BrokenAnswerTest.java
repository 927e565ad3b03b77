package nl.sluiswachter.security;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.stream.Stream;
import nl.sluiswachter.api.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whatever makes an answer break off, its connection is cut. */
class BrokenAnswerTest {

    static Stream<RuntimeException> failures() {
        return Stream.of(
                new ProblemException(DoorProblem.INTERNAL_ERROR.problem()),
                new DataAccessResourceFailureException("gone"),
                new IllegalStateException());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void endsNoAnswerOfWhichPartHasLeft(RuntimeException failure) {
        assertThatThrownBy(() -> new FailureFilter()
                        .doFilterInternal(
                                new MockHttpServletRequest(), new MockHttpServletResponse(), (request, answer) -> {
                                    answer.flushBuffer();
                                    throw failure;
                                }))
                .isInstanceOf(IOException.class);
    }
}
