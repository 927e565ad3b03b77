package nl.sluiswachter.report;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueUnavailable;
import nl.sluiswachter.catalogue.Catalogues;
import nl.sluiswachter.consent.ConsentHistory;
import nl.sluiswachter.consent.ConsentRegister;
import nl.sluiswachter.facts.FactRegister;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.proof.SubjectProof;
import nl.sluiswachter.transferlog.proof.SubjectProofs;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.Lookup;
import nl.sluiswachter.transferlog.search.Lookups;
import nl.sluiswachter.transferlog.search.Page;
import nl.sluiswachter.transferlog.search.PersonEntries;
import nl.sluiswachter.transferlog.search.Place;

/** Makes reports. Each is an entry of the log before anything is read, and one more, of what was held back, before it is given. */
public final class ResidentReports {

    /** The call by which a report is asked for, as look-ups have it. */
    public static final String CALL = "POST /v1/resident-reports";

    private final PersonEntries entries;
    private final Lookups lookups;
    private final ReportLog log;
    private final SubjectProofs proofs;
    private final Registers registers;
    private final ActiveCatalogue active;
    private final Catalogues catalogues;
    private final Optional<String> contact;
    private final IdSource ids;
    private final Clock clock;
    private final ReportWords words = ReportWords.load();

    ResidentReports(
            PersonEntries entries,
            Lookups lookups,
            ReportLog log,
            SubjectProofs proofs,
            Registers registers,
            ActiveCatalogue active,
            Catalogues catalogues,
            Optional<String> contact,
            IdSource ids,
            Clock clock) {
        this.entries = entries;
        this.lookups = lookups;
        this.log = log;
        this.proofs = proofs;
        this.registers = registers;
        this.active = active;
        this.catalogues = catalogues;
        this.contact = contact;
        this.ids = ids;
        this.clock = clock;
    }

    /** What else is asked for a report. */
    record Registers(ConsentRegister consents, FactRegister facts, Parties parties) {}

    /** @throws CatalogueUnavailable when a decision was taken by a version of the law that is not kept */
    public ResidentReport give(ReportRequest request) {
        Instant now = clock.instant();
        lookups.record(new Lookup(
                request.by().oin(),
                request.ground(),
                Optional.of(request.reference()),
                request.call(),
                new TreeSet<>(Set.of("from", "subject", "until")),
                request.subject(),
                Optional.empty()));
        UUID id = ids.next();
        Map<UUID, Optional<ConsentHistory>> consents = new HashMap<>();
        HoldBack holdBack = new HoldBack(
                active.current(),
                log.disclosed(new HashSet<>(request.subject().keys())),
                entries::exchangeType,
                consent -> consent(consents, consent, request).map(ConsentHistory::scope));
        Page page = page(request, now, holdBack);
        Optional<Place> next = next(page);
        Map<UUID, Set<String>> hidden = hidden(page.entries(), holdBack);
        ReportPage written = writer(request, consents)
                .write(
                        request,
                        now,
                        new PageWriter.Material(
                                page.entries(),
                                found -> hidden.get(found.entryId()),
                                entries.after(permits(page.entries())),
                                next.map(Place::at)));
        SubjectProof proof = proof(request, page.entries(), hidden);
        log.given(id, request, holdBack);
        return new ResidentReport(id, request, now, written, next, proof);
    }

    private Page page(ReportRequest request, Instant now, HoldBack holdBack) {
        Instant end = Days.start(request.until().plusDays(1));
        return entries.about(
                request.subject(),
                Days.start(request.from()),
                end.isBefore(now) ? end : now,
                holdBack::mayTell,
                request.after(),
                ReportRequest.MOST_ENTRIES);
    }

    /** The place of the last entry that is told: that of one held back would say that there is one. */
    private static Optional<Place> next(Page page) {
        List<Found> told = page.entries();
        return page.next()
                .map(place -> told.isEmpty() ? place : told.get(told.size() - 1).place());
    }

    private static Map<UUID, Set<String>> hidden(List<Found> told, HoldBack holdBack) {
        Map<UUID, Set<String>> hidden = new HashMap<>();
        told.stream()
                .filter(found -> found.kind() == LogKind.DECISION)
                .forEach(found -> hidden.put(found.entryId(), holdBack.hidden(found)));
        return hidden;
    }

    private PageWriter writer(ReportRequest request, Map<UUID, Optional<ConsentHistory>> consents) {
        ReportWords said = words.in(request.language());
        PartyNames names = new PartyNames(registers.parties(), said.of(ReportPhrase.UNKNOWN_PARTY));
        Telling telling = new Telling(request.subject(), said, names, active.current(), this::law);
        RegisterStory story = new RegisterStory(telling, id -> consent(consents, id, request), registers.facts()::find);
        return new PageWriter(telling, story, contact);
    }

    /** An entry that tells of others too, or of what is hidden, is proven by its hash. */
    private SubjectProof proof(ReportRequest request, List<Found> told, Map<UUID, Set<String>> hidden) {
        Map<UUID, Boolean> whole = new LinkedHashMap<>();
        told.stream()
                .filter(found -> found.kind() == LogKind.DECISION)
                .forEach(found -> whole.put(
                        Telling.transfer(found).orElseThrow(),
                        found.entry().path("persons").size() == 1
                                && hidden.get(found.entryId()).isEmpty()));
        return proofs.of(whole.keySet(), whole::get, request.subject().keys());
    }

    private Catalogue law(String version) {
        return catalogues
                .version(version)
                .orElseThrow(() -> new CatalogueUnavailable("The catalogue of a decision in a report is not kept"));
    }

    private Optional<ConsentHistory> consent(
            Map<UUID, Optional<ConsentHistory>> known, UUID id, ReportRequest request) {
        return known.computeIfAbsent(id, key -> registers.consents().find(key, request.by()));
    }

    private static List<UUID> permits(List<Found> told) {
        return told.stream()
                .filter(found -> found.kind() == LogKind.DECISION)
                .filter(found -> found.text("outcome").filter("PERMIT"::equals).isPresent())
                .flatMap(found -> Telling.transfer(found).stream())
                .toList();
    }
}
