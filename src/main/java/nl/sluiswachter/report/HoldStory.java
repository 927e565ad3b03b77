package nl.sluiswachter.report;

import java.util.List;
import nl.sluiswachter.transferlog.search.Found;

/** Tells that somebody ordered to keep what the log has about the reader, or lifted that order. */
final class HoldStory {

    private final Telling telling;

    HoldStory(Telling telling) {
        this.telling = telling;
    }

    Item tell(Found found) {
        ReportPhrase phrase =
                Telling.detail(found, "action").equals("LIFTED") ? ReportPhrase.HOLD_LIFTED : ReportPhrase.HOLD_PLACED;
        ReportWords words = telling.words();
        return Item.of(
                found.place().at(),
                telling.day(found.place().at()),
                List.of(
                        words.of(phrase, "party", telling.doer(found)),
                        words.of(ReportPhrase.valueOf("GROUND_" + Telling.detail(found, "ground")))),
                List.of());
    }
}
