package nl.sluiswachter.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors of W3C Trace Context. */
class TraceContextTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-" + TRACE + "-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "-00",
                "01-" + TRACE + "-" + SPAN + "-01",
                "cc-" + TRACE + "-" + SPAN + "-01-what-the-future-will-be-like"
            })
    void continuesTheTraceOfTheCallerWithASpanOfItsOwn(String header) {
        TraceContext context = TraceContext.continuing(Optional.of(header));

        assertThat(context.traceId()).isEqualTo(TRACE);
        assertThat(context.parentSpanId()).contains(SPAN);
        assertThat(context.spanId()).matches("[0-9a-f]{16}").isNotEqualTo(SPAN);
    }

    @ParameterizedTest
    @CsvSource({"00,00", "01,01", "02,02", "03,03", "fe,02", "ff,03"})
    void passesTheTraceOnWithTheFlagsThatHaveAMeaning(String came, String goes) {
        TraceContext context = TraceContext.continuing(Optional.of("cc-" + TRACE + "-" + SPAN + "-" + came));

        assertThat(context.header()).isEqualTo("00-" + TRACE + "-" + context.spanId() + "-" + goes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-" + TRACE + "-" + SPAN + "-01",
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "-0",
                "00-" + TRACE + "-" + SPAN,
                "00-" + TRACE + "0-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "-01.",
                " 00-" + TRACE + "-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "-01-x",
                "00-" + TRACE + "-" + SPAN + "-01\nInjected: yes"
            })
    void startsANewTraceWhenTheHeaderIsMalformed(String header) {
        TraceContext context = TraceContext.continuing(Optional.of(header));

        assertThat(context.traceId()).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
        assertThat(context.parentSpanId()).isEmpty();
        assertThat(context.header()).isEqualTo("00-" + context.traceId() + "-" + context.spanId() + "-00");
    }

    @Test
    void startsANewTraceWithoutAHeader() {
        TraceContext one = TraceContext.continuing(Optional.empty());
        TraceContext other = TraceContext.continuing(Optional.empty());

        assertThat(one.traceId()).isNotEqualTo(other.traceId());
        assertThat(one.parentSpanId()).isEmpty();
    }
}
