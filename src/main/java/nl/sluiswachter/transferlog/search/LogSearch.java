package nl.sluiswachter.transferlog.search;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.transferlog.LogKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Searches all entries, the newest first, for somebody who states a ground. */
public final class LogSearch {

    private final Pages pages;
    private final ActiveCatalogue catalogue;

    public LogSearch(JdbcClient jdbc, ActiveCatalogue catalogue) {
        this.pages = new Pages(jdbc);
        this.catalogue = catalogue;
    }

    /**
     * What fits and may be seen; what may not be seen is as if it were not there.
     *
     * @param viewer sees confidential transfers of its own
     * @param ground may open those of others
     */
    public Page find(LogFilter filter, Oin viewer, Ground ground, Optional<Place> from, int limit) {
        Catalogue law = catalogue.current();
        return pages.read(
                () -> sources(filter),
                found -> filter.fits(found) && isVisible(found, viewer, ground, law),
                Order.NEWEST_FIRST,
                from,
                limit);
    }

    private static boolean isVisible(Found found, Oin viewer, Ground ground, Catalogue law) {
        boolean confidential =
                found.text("exchangeType").filter(law::isConfidential).isPresent();
        return !confidential || ground.opensConfidential() || found.isOf(viewer.value());
    }

    /** One per index that serves it: for each key of the person, else for each side that the party can be on. */
    static List<Source> sources(LogFilter filter) {
        List<Source> sources = new ArrayList<>();
        int number = 0;
        for (SubjectKey key : filter.subject().keys()) {
            String name = "subject" + number++;
            sources.add(Source.subject().and("s.subject_key = :" + name, name, key.value()));
        }
        Optional<String> party = filter.party().map(Oin::value);
        if (sources.isEmpty() && party.isPresent()) {
            sources.add(Source.log().and("l.sender = :party", "party", party));
            sources.add(Source.log().and("l.receiver = :party", "party", party));
        } else if (sources.isEmpty()) {
            sources.add(Source.log());
        } else {
            sources.forEach(source -> source.and("(l.sender = :party or l.receiver = :party)", "party", party));
        }
        sources.forEach(source -> narrow(source, filter));
        return sources;
    }

    private static void narrow(Source source, LogFilter filter) {
        source.and("l.case_key = :caseKey", "caseKey", filter.caseKey())
                .and("l.transfer_id = :transferId", "transferId", filter.transferId())
                .and("l.trace_id = :trace", "trace", filter.trace())
                .and("l.exchange_type = :type", "type", filter.exchangeType())
                .and("l.outcome = :outcome", "outcome", filter.outcome())
                .and("l.reason = :reason", "reason", filter.reason())
                .and("l.recorded_at >= :from", "from", filter.from().map(moment -> moment.atOffset(ZoneOffset.UTC)))
                .and("l.recorded_at < :until", "until", filter.until().map(moment -> moment.atOffset(ZoneOffset.UTC)));
        if (filter.kinds().isEmpty()) {
            source.and("l.kind <> 'CANARY'");
        } else {
            String[] kinds = filter.kinds().stream().map(LogKind::name).sorted().toArray(String[]::new);
            source.and("l.kind = any(:kinds)", "kinds", kinds);
        }
    }
}
