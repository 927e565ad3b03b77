package nl.sluiswachter.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Catalogues;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.projection.AccessDecision;
import nl.sluiswachter.transferlog.projection.LdvLine;
import nl.sluiswachter.transferlog.projection.LdvLines;
import nl.sluiswachter.transferlog.projection.Logged;
import nl.sluiswachter.transferlog.projection.Verwerkingsactie;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.Page;
import nl.sluiswachter.transferlog.search.Place;

/** What was found, in a form for other programs, line by line. */
final class LogExports {

    /** In which form. */
    enum Form {
        /** Entries as the search shows them, JSON Lines. */
        ENTRIES,
        /** The same as a table. */
        CSV,
        /** Logboek Dataverwerkingen, core records. */
        LDV,
        /** Authorization Decision Log. */
        ADL,
        /** VNG Verwerkingenlogging, verwerkingsacties. */
        VERWERKINGENLOGGING
    }

    private static final String JSON_LINES = "application/jsonl";
    private static final String CSV = "text/csv;charset=utf-8";
    private static final Set<LogKind> DECISIONS = Set.of(LogKind.DECISION, LogKind.DRY_RUN);

    private final LdvLines ldv;
    private final AccessDecision adl;
    private final Verwerkingsactie acties;
    private final Catalogues catalogues;
    private final ActiveCatalogue active;
    private final StrictJson json;

    LogExports(Oin municipality, Catalogues catalogues, ActiveCatalogue active, StrictJson json) {
        this.ldv = new LdvLines(municipality);
        this.adl = new AccessDecision(municipality);
        this.acties = new Verwerkingsactie(municipality);
        this.catalogues = catalogues;
        this.active = active;
        this.json = json;
    }

    /** @param pages reads from a place on */
    Answer of(Form form, Function<Optional<Place>, Page> pages) {
        return form == Form.CSV
                ? Answer.streamed(CSV, new PagedStream(pages, new CsvLines(), System::nanoTime))
                : Answer.streamed(JSON_LINES, new PagedStream(pages, new JsonLines(form), System::nanoTime));
    }

    private final class JsonLines implements PagedStream.Lines {

        private final Form form;

        JsonLines(Form form) {
            this.form = form;
        }

        @Override
        public String heading() {
            return "";
        }

        @Override
        public String of(Found found) {
            return records(form, found).map(LogExports.this::line).reduce("", String::concat);
        }

        @Override
        public String progress(long entries, Instant backTo) {
            return line(new TreeMap<>(Map.of("exportedSoFar", entries, "searchedBackTo", backTo.toString())));
        }

        @Override
        public String end(long entries) {
            return line(Map.of("exportedEntries", entries));
        }
    }

    private Stream<Map<String, Object>> records(Form form, Found found) {
        if (form == Form.ENTRIES) {
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

    private String line(Map<String, Object> value) {
        return new String(json.write(value), StandardCharsets.UTF_8) + "\n";
    }
}
