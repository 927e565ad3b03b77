package nl.sluiswachter.transferlog.listing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.transferlog.search.Found;

/**
 * Entries as lines of JSON (JSON Lines).
 *
 * @param records what is told of an entry: some records, or none
 */
public record RecordLines(Function<Found, Stream<Map<String, Object>>> records) implements PagedStream.Lines {

    /** How it is served. */
    public static final String MEDIA_TYPE = "application/jsonl";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Each entry as a search shows it. */
    public static RecordLines ofEntries() {
        return new RecordLines(found -> Stream.of(ShownEntry.of(found)));
    }

    @Override
    public String heading() {
        return "";
    }

    @Override
    public String of(Found found) {
        return records.apply(found).map(RecordLines::line).collect(Collectors.joining());
    }

    @Override
    public String progress(long entries, Instant backTo) {
        return line(new TreeMap<>(Map.of("exportedSoFar", entries, "searchedBackTo", backTo.toString())));
    }

    @Override
    public String end(long entries) {
        return line(Map.of("exportedEntries", entries));
    }

    private static String line(Map<String, Object> value) {
        try {
            return JSON.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A line of an export could not be written", e);
        }
    }
}
