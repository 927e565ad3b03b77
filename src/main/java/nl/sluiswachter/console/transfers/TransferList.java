package nl.sluiswachter.console.transfers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.ground.LookUps;
import nl.sluiswachter.console.ground.StatedGround;
import nl.sluiswachter.transferlog.LogDamaged;
import nl.sluiswachter.transferlog.search.Cursors;
import nl.sluiswachter.transferlog.search.Export;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.LogSearch;
import nl.sluiswachter.transferlog.search.Page;
import nl.sluiswachter.transferlog.search.PersonEntries;
import nl.sluiswachter.transferlog.search.Place;
import nl.sluiswachter.transferlog.tree.DamageAlarm;

/** Reads lists of transfers for an officer. Every page is a look-up, and written down before it is read. */
final class TransferList {

    static final int LIMIT = 25;
    private static final int AT_ONCE = 100;

    /** How long after a look-up its page may tell how many came since. */
    static final Duration WATCHED = Duration.ofHours(1);

    private final LogSearch search;
    private final PersonEntries entries;
    private final Cursors cursors;
    private final LookUps lookUps;
    private final DamageAlarm alarm;
    private final Clock clock;

    TransferList(
            LogSearch search, PersonEntries entries, Cursors cursors, LookUps lookUps, DamageAlarm alarm, Clock clock) {
        this.search = search;
        this.entries = entries;
        this.cursors = cursors;
        this.lookUps = lookUps;
        this.alarm = alarm;
        this.clock = clock;
    }

    /**
     * A look-up that was written down.
     *
     * @param at when
     */
    record Look(Officer officer, StatedGround ground, Instant at) {}

    /** Writes down what is going to be looked for. */
    Look record(Officer officer, StatedGround ground, String call, SearchReader.Sought sought) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        lookUps.record(
                officer,
                ground,
                call,
                new TreeSet<>(sought.asked()),
                sought.filter().subject(),
                Optional.empty());
        return new Look(officer, ground, at);
    }

    /** Writes down that a file was made of it. */
    void exported(Officer officer, Export.Form form, long entries) {
        lookUps.exported(officer, form, entries);
    }

    /** One page, the newest first. */
    Page page(SearchReader.Sought sought, StatedGround ground, Optional<Place> from) {
        return search.find(sought.filter(), lookUps.viewer(), ground.ground(), from, LIMIT);
    }

    /** A larger page of the same, for a file. */
    Page part(SearchReader.Sought sought, StatedGround ground, Optional<Place> from) {
        return search.find(sought.filter(), lookUps.viewer(), ground.ground(), from, AT_ONCE);
    }

    /** Where the oldest of it is, or something older. */
    Optional<Place> oldest(SearchReader.Sought sought, StatedGround ground) {
        return search.oldest(sought.filter(), lookUps.viewer(), ground.ground());
    }

    /** What became of the transfers, by their id, the oldest step first. An alarm tells what of it all was damaged. */
    Map<String, List<Found>> steps(List<Found> decisions) {
        raise(decisions);
        Set<UUID> ids = decisions.stream()
                .flatMap(found -> found.text("transferId").stream())
                .map(UUID::fromString)
                .collect(Collectors.toSet());
        try {
            return entries.after(ids).stream().collect(Collectors.groupingBy(step -> step.text("transferId")
                    .orElse("")));
        } catch (LogDamaged e) { // what is damaged does not say of which transfer it is
            return ids.stream().collect(Collectors.toMap(UUID::toString, this::steps));
        }
    }

    private List<Found> steps(UUID transfer) {
        List<Found> steps = entries.after(transfer);
        raise(steps);
        return steps;
    }

    private void raise(List<Found> some) {
        alarm.raise(Found.damage(some));
    }

    /** How many came after what stood first; at most as many as are asked for. */
    int newer(SearchReader.Sought sought, StatedGround ground, Place than, int most) {
        return search.newer(sought.filter(), lookUps.viewer(), ground.ground(), than, most);
    }

    /** What stood first, to ask for newer ones: of the search that this look-up was about, and of no other. */
    String since(Place place, Asking asking, Look look) {
        return SearchForm.encoded(cursors.text(place, lookUps.viewer(), question(asking, look)));
    }

    Optional<Place> since(String text, Asking asking, Look look) {
        return cursors.parse(text, lookUps.viewer(), question(asking, look));
    }

    /** Whether newer ones are no longer told of: who goes on looking writes that down. */
    boolean isOver(Look look) {
        return !look.at().plus(WATCHED).isAfter(clock.instant());
    }

    private static String question(Asking asking, Look look) {
        return String.join(
                "\n",
                look.officer().id(),
                look.ground().ground().name(),
                look.ground().reference(),
                Long.toString(look.at().toEpochMilli()),
                asking.query());
    }

    /** Where a page ended, for the address. */
    String text(Place place) {
        return SearchForm.encoded(cursors.text(place, lookUps.viewer()));
    }

    Optional<Place> place(String text) {
        return cursors.parse(text, lookUps.viewer());
    }

    /** After which everything is new. */
    Place top(Page page) {
        return page.entries().stream().findFirst().map(Found::place).orElseGet(() -> new Place(clock.instant(), 0, 0));
    }
}
