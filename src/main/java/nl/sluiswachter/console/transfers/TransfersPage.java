package nl.sluiswachter.console.transfers;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.console.Here;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.Spreadsheet;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.party.PartyRoll;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.Page;
import org.springframework.context.MessageSource;

/** Puts the form and what was found into words. */
final class TransfersPage {

    private final PartyRoll parties;
    private final ActiveCatalogue catalogue;
    private final TransferList list;
    private final SavedViews views;
    private final MessageSource messages;

    TransfersPage(
            PartyRoll parties, ActiveCatalogue catalogue, TransferList list, SavedViews views, MessageSource messages) {
        this.messages = messages;
        this.parties = parties;
        this.catalogue = catalogue;
        this.list = list;
        this.views = views;
    }

    TransferWords words(Locale locale) {
        return new TransferWords(catalogue.current(), parties.names(), messages, locale);
    }

    /** A file for this reader. */
    TransferTable table(Locale locale) {
        return new TransferTable(words(locale), Spreadsheet.of(locale));
    }

    /** The form with nothing in it, and a notice above it when there is one. */
    TransfersView blank(Officer officer, String notice, Locale locale) {
        return new TransfersView(
                SearchForm.empty(),
                words(locale).choices(SearchForm.empty()),
                FormErrors.none(),
                "",
                notice,
                List.of(),
                views.of(officer.id()),
                Map.of(),
                null);
    }

    /** The form as it was filled in, with what is wrong with it. */
    TransfersView form(Officer officer, Asking asking, Locale locale) {
        return new TransfersView(
                asking.form(),
                words(locale).choices(asking.form()),
                asking.errors(),
                asking.id(),
                "",
                List.of(),
                views.of(officer.id()),
                asking.isWatched() ? asking.form().texts() : Map.of(),
                null);
    }

    /** The form, and one page of what was found. */
    TransfersView found(TransferList.Look look, Asking asking, Page page, boolean first, Locale locale) {
        TransferWords words = words(locale);
        if (first
                && page.entries().isEmpty()
                && page.stoppedAt(TransferList.LIMIT).isEmpty()) {
            words.unlisted(asking.form()).forEach(field -> asking.errors()
                    .add(
                            field,
                            SearchReader.PARTIES.contains(field)
                                    ? "transfers.error.unregistered"
                                    : "transfers.error.choice"));
        }
        Map<String, List<Found>> steps = list.steps(page.entries());
        TransfersView.Result result = new TransfersView.Result(
                page.entries().stream()
                        .map(found -> words.row(
                                found,
                                steps.getOrDefault(found.text("transferId").orElse(""), List.of())))
                        .toList(),
                page.stoppedAt(TransferList.LIMIT)
                        .map(back -> Here.moment(back, locale))
                        .orElse(""),
                asking.start(),
                page.next().map(place -> asking.next(list.text(place))).orElse(""),
                first,
                first && asking.isWatched() ? asking.newer(list.since(list.top(page), asking, look), look.at(), 1) : "",
                asking.fields());
        return new TransfersView(
                asking.form(),
                words.choices(asking.form()),
                asking.errors(),
                asking.id(),
                "",
                words.told(asking.form()),
                views.of(look.officer().id()),
                asking.isWatched() ? asking.form().texts() : Map.of(),
                result);
    }
}
