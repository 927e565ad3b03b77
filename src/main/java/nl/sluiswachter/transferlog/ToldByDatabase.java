package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the database itself tells of what it destroyed. It has no key to mark it with, so anybody who may write there can invent
 * one: it must be found as what it says and say nothing else, so that it can mislead no search and spoil no verification. The
 * verifier believes it by what others saw.
 */
final class ToldByDatabase {

    private static final Set<String> MEMBERS = Set.of("detail", "entryId", "format", "kind", "recordedAt");

    /** By which the clock of the database may be ahead of ours. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private ToldByDatabase() {}

    /**
     * Whether the row is one, as far as that can be seen of it. One of a time that has not come is none: every destruction of what
     * comes behind it in the tree would look as if it came too early.
     *
     * @param now by the clock of the gateway: whoever writes into the database may hold that of the database
     */
    static boolean is(EntryRow row, Instant now) {
        return row.kind() == LogKind.DESTRUCTION
                && row.transferId().isEmpty()
                && row.sender().isEmpty()
                && row.reasons().isEmpty()
                && row.seed().isEmpty()
                && row.subjects().isEmpty()
                && row.recordedAt().isAfter(Instant.EPOCH)
                && !row.recordedAt().isAfter(now.plus(SKEW))
                && says(CanonicalJson.read(row.content().entry()), row);
    }

    private static boolean says(JsonNode entry, EntryRow row) {
        return entry.properties().stream()
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet())
                        .equals(MEMBERS)
                && LogKind.DESTRUCTION.name().equals(entry.path("kind").textValue())
                && row.entryId().toString().equals(entry.path("entryId").textValue())
                && isOf(row.recordedAt(), entry.path("recordedAt"))
                && hasTextsOnly(entry.path("detail"));
    }

    private static boolean isOf(Instant recordedAt, JsonNode said) {
        try {
            return said.isTextual() && recordedAt.equals(Instant.parse(said.textValue()));
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** A reason is what an entry is found by, and its column is empty. */
    private static boolean hasTextsOnly(JsonNode detail) {
        return detail.isObject()
                && !detail.has("reason")
                && detail.properties().stream().allMatch(told -> told.getValue().isTextual());
    }
}
