package nl.sluiswachter.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.Ground;

/** Tells who looked the reader up, and why: what the same party did on one day for one reason is told once. */
final class LookupStory {

    private final Telling telling;
    private final ReportWords words;

    LookupStory(Telling telling) {
        this.telling = telling;
        this.words = telling.words();
    }

    /** The day, who, and why. */
    private record Same(String day, String who, String why) {}

    List<Item> tell(List<Found> lookups) {
        Map<Same, List<Found>> groups = new LinkedHashMap<>();
        for (Found lookup : lookups) {
            groups.computeIfAbsent(same(lookup), key -> new ArrayList<>()).add(lookup);
        }
        List<Item> items = new ArrayList<>();
        groups.forEach((same, found) -> {
            List<String> sentences = new ArrayList<>(List.of(same.who(), same.why()));
            if (found.size() > 1) {
                sentences.add(words.of(ReportPhrase.LOOKUP_TIMES, "times", Integer.toString(found.size())));
            }
            items.add(Item.of(found.get(0).place().at(), same.day(), sentences, List.of()));
        });
        return items;
    }

    private Same same(Found lookup) {
        return new Same(
                telling.day(lookup.place().at()),
                words.of(what(lookup), "party", telling.doer(lookup)),
                words.of(ReportPhrase.of("GROUND_", Ground.valueOf(Telling.detail(lookup, "ground")))));
    }

    private ReportPhrase what(Found lookup) {
        if (Telling.detail(lookup, "call").equals(ResidentReports.CALL)) {
            return ReportPhrase.LOOKUP_REPORT;
        }
        return telling.own(lookup).isEmpty() ? ReportPhrase.LOOKUP_TRANSFER : ReportPhrase.LOOKUP_ITEM;
    }
}
