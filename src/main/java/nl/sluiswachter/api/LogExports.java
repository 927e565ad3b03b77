package nl.sluiswachter.api;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Catalogues;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.listing.CsvLines;
import nl.sluiswachter.transferlog.listing.PagedStream;
import nl.sluiswachter.transferlog.listing.RecordLines;
import nl.sluiswachter.transferlog.listing.ShownEntry;
import nl.sluiswachter.transferlog.projection.AccessDecision;
import nl.sluiswachter.transferlog.projection.LdvLine;
import nl.sluiswachter.transferlog.projection.LdvLines;
import nl.sluiswachter.transferlog.projection.Logged;
import nl.sluiswachter.transferlog.projection.Verwerkingsactie;
import nl.sluiswachter.transferlog.search.Export;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.Page;
import nl.sluiswachter.transferlog.search.Place;
import nl.sluiswachter.transferlog.tree.DamageAlarm;

/** What was found, in a form for other programs, line by line. */
final class LogExports {

    private static final Set<LogKind> DECISIONS = Set.of(LogKind.DECISION, LogKind.DRY_RUN);

    private final LdvLines ldv;
    private final AccessDecision adl;
    private final Verwerkingsactie acties;
    private final Catalogues catalogues;
    private final ActiveCatalogue active;
    private final DamageAlarm alarm;

    LogExports(Oin municipality, Catalogues catalogues, ActiveCatalogue active, DamageAlarm alarm) {
        this.ldv = new LdvLines(municipality);
        this.adl = new AccessDecision(municipality);
        this.acties = new Verwerkingsactie(municipality);
        this.catalogues = catalogues;
        this.active = active;
        this.alarm = alarm;
    }

    /** @param pages reads from a place on */
    Answer of(Export.Form form, Function<Optional<Place>, Page> pages) {
        return form == Export.Form.CSV
                ? Answer.streamed(
                        CsvLines.MEDIA_TYPE, new PagedStream(pages, new CsvLines(), alarm::raise, System::nanoTime))
                : Answer.streamed(
                        RecordLines.MEDIA_TYPE,
                        new PagedStream(
                                pages, new RecordLines(found -> records(form, found)), alarm::raise, System::nanoTime));
    }

    private Stream<Map<String, Object>> records(Export.Form form, Found found) {
        if (form == Export.Form.ENTRIES) {
            return Stream.of(ShownEntry.of(found));
        }
        if (!DECISIONS.contains(found.kind())) {
            return Stream.empty();
        }
        Logged logged = Logged.of(found.entry(), found.subjects());
        return switch (form) {
            case LDV -> ldv.of(logged, keys -> true).stream().map(LdvLine::core);
            case ADL -> Stream.of(adl.of(logged));
            case VERWERKINGENLOGGING -> Stream.of(acties.of(logged, law(logged)));
            case ENTRIES, CSV -> throw new IllegalStateException("Not a standard");
        };
    }

    /** The words of the catalogue by which it was decided; of today's where that one is not kept. */
    private Catalogue law(Logged logged) {
        return catalogues.version(logged.decision().policyVersion()).orElseGet(active::current);
    }
}
