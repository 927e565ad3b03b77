package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.transfer.Decided;

/** What the log says of a decision, for tests of the packages above: written and read back. */
public final class SomeRecord {
    private static final Instant AT = Instant.parse("2026-11-21T09:00:00Z");

    private SomeRecord() {}

    public static RecordedDecision of(Decided decided) {
        try {
            String entry = new DecisionEntry(decided, Optional.empty())
                    .toJson(new UUID(3, 3), AT)
                    .toString();
            return DecisionReader.read(new ObjectMapper().readTree(entry));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
