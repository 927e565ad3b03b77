package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import nl.sluiswachter.transferlog.StoredEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log entry continues the caller's trace, or starts one; it is never left out because a caller does not sample. */
class TraceTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "01", "ff"})
    void continuesTheTraceWhateverItsFlags(String flags) {
        JsonNode entry = entry("00-" + TRACE + "-" + SPAN + "-" + flags);

        assertThat(entry.path("traceId").asText()).isEqualTo(TRACE);
        assertThat(entry.path("parentSpanId").asText()).isEqualTo(SPAN);
        assertThat(entry.path("spanId").asText()).matches("[0-9a-f]{16}").isNotEqualTo(SPAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "00-" + TRACE + "-" + SPAN,
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "ff-" + TRACE + "-" + SPAN + "-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01",
                "00-" + Messages.ANNA + "-" + SPAN + "-01"
            })
    void startsANewTraceForAMalformedHeader(String traceparent) {
        JsonNode entry = entry(traceparent);

        assertThat(entry.path("traceId").asText()).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
        assertThat(entry.has("parentSpanId")).isFalse();
    }

    @Test
    void startsANewTraceWithoutAHeader() {
        Reply reply = Client.of("gemeente-wmo").dryRun(Messages.allocation());

        assertThat(entry(reply).path("traceId").asText()).matches("(?!0{32})[0-9a-f]{32}");
    }

    private static JsonNode entry(String traceparent) {
        return entry(Client.of("gemeente-wmo")
                .post("/v1/decisions", Messages.allocation())
                .header("traceparent", traceparent)
                .send());
    }

    private static JsonNode entry(Reply reply) {
        return StoredEntry.read(Tables.asOwner()
                .sql("select entry from transfer_log where transfer_id = ?")
                .param(UUID.fromString(reply.transferId()))
                .query(byte[].class)
                .single());
    }
}
