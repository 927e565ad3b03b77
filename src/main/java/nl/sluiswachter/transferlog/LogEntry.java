package nl.sluiswachter.transferlog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectKey;

/**
 * One event for the log besides a decision. Names and codes only, never values of a message.
 *
 * @param transferId the transfer it belongs to, if any
 * @param party who did it; empty for the gateway itself
 * @param detail names and codes, in canonical (sorted) order when written
 * @param subjects the persons concerned
 */
public record LogEntry(
        LogKind kind,
        Optional<UUID> transferId,
        Optional<Oin> party,
        Map<String, String> detail,
        List<SubjectKey> subjects) {

    public LogEntry {
        detail = Map.copyOf(detail);
        subjects = List.copyOf(subjects);
    }
}
