package nl.sluiswachter.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Voice;
import nl.sluiswachter.explanation.Words;
import nl.sluiswachter.kernel.Days;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.transferlog.search.Found;

/**
 * What every story of one report is told with.
 *
 * @param law in force today, for what was not decided by a version of its own
 * @param laws each version by its name; fails when it is not kept
 */
record Telling(
        SubjectIdentity reader, ReportWords words, PartyNames names, Catalogue law, Function<String, Catalogue> laws) {

    /** The catalogue's words for this reader. */
    Words catalogue() {
        return catalogue(law);
    }

    Words catalogue(Catalogue version) {
        return new Words(version, Voice.RESIDENT, words.language());
    }

    String day(Instant moment) {
        return catalogue().date(Days.of(moment));
    }

    /** Who did it, by name. */
    String party(Found found, String member) {
        return names.of(found.text(member).filter(Oin::isValid).map(Oin::new));
    }

    /** Who did it, to begin a sentence with. */
    String doer(Found found) {
        String name = party(found, "party");
        int first = name.isEmpty() ? 0 : name.offsetByCodePoints(0, 1);
        return name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first);
    }

    /** The persons of the entry who are the reader. */
    Set<String> own(Found found) {
        return found.subjects().entrySet().stream()
                .filter(person -> person.getValue().stream().anyMatch(reader.keys()::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    static Optional<UUID> transfer(Found found) {
        return found.text("transferId").map(UUID::fromString);
    }

    static String detail(Found found, String name) {
        return found.entry().path("detail").path(name).asText();
    }

    /** Nothing to tell, said. */
    List<String> nothing(List<?> items) {
        return items.isEmpty() ? List.of(words.of(ReportPhrase.NOTHING)) : List.of();
    }
}
