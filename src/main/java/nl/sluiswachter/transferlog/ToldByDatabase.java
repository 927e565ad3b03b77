package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
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
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private ToldByDatabase() {}

    /** Whether the row is one, as far as that can be seen of it. */
    static boolean is(EntryRow row) {
        return row.kind() == LogKind.DESTRUCTION
                && row.transferId().isEmpty()
                && row.sender().isEmpty()
                && row.reasons().isEmpty()
                && row.seed().isEmpty()
                && row.subjects().isEmpty()
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
            return said.isTextual()
                    && recordedAt.equals(Instant.parse(said.textValue()))
                    && recordedAt.isAfter(Instant.EPOCH)
                    && recordedAt.isBefore(LATEST);
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
