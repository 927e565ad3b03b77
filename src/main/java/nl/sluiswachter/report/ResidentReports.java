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
import nl.sluiswachter.kernel.Days;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.PartyRoll;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.proof.SubjectProof;
import nl.sluiswachter.transferlog.proof.SubjectProofs;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.Lookup;
import nl.sluiswachter.transferlog.search.Lookups;
import nl.sluiswachter.transferlog.search.Page;
import nl.sluiswachter.transferlog.search.PersonEntries;
import nl.sluiswachter.transferlog.search.Place;
import nl.sluiswachter.transferlog.search.Sight;

/** Makes reports. Each is an entry of the log before anything is read, and one more, of what was held back, before it is given. */
public final class ResidentReports {

    /** The call by which a report is asked for, as look-ups have it. */
    public static final String CALL = "POST /v1/resident-reports";

    private final Log log;
    private final Registers registers;
    private final Law law;
    private final Optional<String> contact;
    private final IdSource ids;
    private final Clock clock;
    private final ReportWords words = ReportWords.load();

    /** @param contact where a resident can ask about a report */
    ResidentReports(Log log, Registers registers, Law law, Optional<String> contact, IdSource ids, Clock clock) {
        this.log = log;
        this.registers = registers;
        this.law = law;
        this.contact = contact;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is read from the log, and written into it. */
    record Log(PersonEntries entries, Lookups lookups, ReportLog reports, SubjectProofs proofs, ProofLot lot) {}

    /** The law of today, and of each decision. */
    record Law(ActiveCatalogue active, Catalogues catalogues) {}

    /** What else is asked for a report; and who the municipality is, for which officers look. */
    record Registers(ConsentRegister consents, FactRegister facts, PartyRoll parties, Oin municipality) {}

    /** @throws CatalogueUnavailable when a decision was taken by a version of the law that is not kept */
    public ResidentReport give(ReportRequest request) {
        Made made = make(request);
        UUID id = ids.next();
        SubjectProof proof = proof(request, made.found().entries(), made.hidden());
        log.reports().given(id, request, made.holdBack());
        return new ResidentReport(
                id, request, made.at(), made.page(), made.found().next(), proof);
    }

    /**
     * What {@link #give} would say now. A look-up like any other, and no report: nothing is for review yet.
     *
     * @throws CatalogueUnavailable when a decision was taken by a version of the law that is not kept
     */
    public ReportPreview preview(ReportRequest request) {
        Made made = make(request);
        return new ReportPreview(
                made.page(), made.found().next(), made.holdBack().numbers());
    }

    /** A report before anything is done with it. */
    private record Made(Instant at, Page found, HoldBack holdBack, Map<UUID, Set<String>> hidden, ReportPage page) {}

    private Made make(ReportRequest request) {
        Instant now = clock.instant();
        lookUp(request);
        Mentioned mentioned = new Mentioned(log.entries(), registers.consents(), registers.facts(), request.by());
        HoldBack holdBack = new HoldBack(
                law.active().current(),
                log.reports().disclosed(new HashSet<>(request.subject().keys())),
                mentioned::type,
                consent -> mentioned.consent(consent).map(ConsentHistory::scope));
        Page page = page(request, now, Sight.judging(mentioned::judge, holdBack::mayTell));
        page.hidden().forEach(holdBack::count);
        Map<UUID, Set<String>> hidden = hidden(page.entries(), holdBack);
        ReportPage written = writer(request, mentioned, page.entries())
                .write(
                        request,
                        now,
                        new PageWriter.Material(
                                page.entries(),
                                found -> hidden.get(found.entryId()),
                                log.entries().after(permits(page.entries())),
                                page.next().map(Place::at)));
        return new Made(now, page, holdBack, hidden, written);
    }

    private void lookUp(ReportRequest request) {
        log.lookups()
                .record(new Lookup(
                        request.by().oin(),
                        request.officer(),
                        request.ground(),
                        Optional.of(request.reference()),
                        request.call(),
                        new TreeSet<>(Set.of("from", "subject", "until")),
                        request.subject(),
                        Optional.empty()));
    }

    private Page page(ReportRequest request, Instant now, Sight sight) {
        Instant end = Days.start(request.until().plusDays(1));
        return log.entries()
                .about(
                        request.subject(),
                        Days.start(request.from()),
                        end.isBefore(now) ? end : now,
                        sight,
                        request.after(),
                        ReportRequest.MOST_ENTRIES);
    }

    private static Map<UUID, Set<String>> hidden(List<Found> told, HoldBack holdBack) {
        Map<UUID, Set<String>> hidden = new HashMap<>();
        told.stream()
                .filter(found -> found.kind() == LogKind.DECISION)
                .forEach(found -> hidden.put(found.entryId(), holdBack.hidden(found)));
        return hidden;
    }

    private PageWriter writer(ReportRequest request, Mentioned mentioned, List<Found> told) {
        ReportWords said = words.in(request.language());
        mentioned.tell(told);
        Set<Oin> parties = mentioned.parties(told);
        parties.add(request.by().oin());
        PartyNames names = new PartyNames(registers.parties().names(parties), said.of(ReportPhrase.UNKNOWN_PARTY))
                .with(registers.municipality(), said.of(ReportPhrase.MUNICIPALITY));
        Telling telling =
                new Telling(request.subject(), said, names, law.active().current(), this::law);
        RegisterStory story = new RegisterStory(telling, mentioned::consent, mentioned::fact);
        return new PageWriter(telling, story, contact);
    }

    /** An entry that tells of others too, or of what is hidden, is proven by its hash; and some that tell of neither. */
    private SubjectProof proof(ReportRequest request, List<Found> told, Map<UUID, Set<String>> hidden) {
        Map<UUID, Boolean> whole = new LinkedHashMap<>();
        told.stream()
                .filter(found -> found.kind() == LogKind.DECISION)
                .forEach(found -> whole.put(
                        Telling.transfer(found).orElseThrow(),
                        found.entry().path("persons").size() == 1
                                && hidden.get(found.entryId()).isEmpty()
                                && !log.lot().fellOn(Telling.transfer(found).orElseThrow())));
        return log.proofs().of(whole.keySet(), whole::get, request.subject().keys());
    }

    private Catalogue law(String version) {
        return law.catalogues()
                .version(version)
                .orElseThrow(() -> new CatalogueUnavailable("The catalogue of a decision in a report is not kept"));
    }

    private static List<UUID> permits(List<Found> told) {
        return told.stream()
                .filter(found -> found.kind() == LogKind.DECISION)
                .filter(found -> found.text("outcome").filter("PERMIT"::equals).isPresent())
                .flatMap(found -> Telling.transfer(found).stream())
                .toList();
    }
}
