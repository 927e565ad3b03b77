package nl.sluiswachter.console.review;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.console.Here;
import nl.sluiswachter.console.Languages;
import nl.sluiswachter.kernel.Days;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.PartyRoll;
import nl.sluiswachter.transferlog.task.ReviewItem;

/** Reviews in words. */
final class ReviewRows {

    private final ActiveCatalogue catalogue;
    private final PartyRoll parties;
    private final Clock clock;

    ReviewRows(ActiveCatalogue catalogue, PartyRoll parties, Clock clock) {
        this.catalogue = catalogue;
        this.parties = parties;
        this.clock = clock;
    }

    List<ReviewListView.Row> of(List<ReviewItem> items, Locale locale) {
        Catalogue law = catalogue.current();
        Map<Oin, String> known = parties.names(items.stream()
                .flatMap(item -> Stream.concat(Stream.of(item.sender()), item.receiver().stream()))
                .toList());
        return items.stream().map(item -> row(item, law, known, locale)).toList();
    }

    private ReviewListView.Row row(ReviewItem item, Catalogue law, Map<Oin, String> known, Locale locale) {
        return new ReviewListView.Row(
                item.transferId().toString(),
                item.code(),
                law.title(item.exchangeType(), Languages.of(locale)),
                name(Optional.of(item.sender()), known),
                name(item.receiver(), known),
                Here.moment(item.recordedAt(), locale),
                item.due().map(day -> Here.day(day, locale)).orElse(""),
                item.verdicts() == 0
                        && item.due()
                                .filter(day -> day.isBefore(Days.of(clock.instant())))
                                .isPresent());
    }

    private static String name(Optional<Oin> oin, Map<Oin, String> known) {
        return oin.map(one -> known.getOrDefault(one, one.value())).orElse("");
    }
}
