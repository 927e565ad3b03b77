package nl.sluiswachter.api;

import java.time.Clock;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogues;
import nl.sluiswachter.catalogue.KnownLaw;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.report.ReportReviews;
import nl.sluiswachter.report.ResidentReports;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.transferlog.figures.Figures;
import nl.sluiswachter.transferlog.projection.ProcessingRegister;
import nl.sluiswachter.transferlog.retention.Calendar;
import nl.sluiswachter.transferlog.retention.Holds;
import nl.sluiswachter.transferlog.search.Cursors;
import nl.sluiswachter.transferlog.search.LogSearch;
import nl.sluiswachter.transferlog.search.Lookups;
import nl.sluiswachter.transferlog.search.Transactions;
import nl.sluiswachter.transferlog.search.VisibleHolds;
import nl.sluiswachter.transferlog.tree.DamageAlarm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what can be read from the log. */
@Configuration(proxyBeanMethods = false)
class LogViewConfiguration {

    @Bean
    DamagedEntries damagedEntries(DamageAlarm alarm) {
        return new DamagedEntries(alarm::raise);
    }

    @Bean
    LogsEndpoint logsEndpoint(
            Transactions transactions,
            GatewaySettings settings,
            Parties parties,
            Cursors cursors,
            DamagedEntries damaged,
            StrictJson json) {
        return new LogsEndpoint(transactions, new Oin(settings.oin()), parties, cursors, damaged, json);
    }

    @Bean
    LogEntriesEndpoint logEntriesEndpoint(
            LogSearch search,
            Lookups lookups,
            SubjectKeys keys,
            ActiveCatalogue catalogue,
            Catalogues catalogues,
            KnownLaw law,
            GatewaySettings settings,
            Cursors cursors,
            DamageAlarm alarm,
            DamagedEntries damaged,
            StrictJson json) {
        LogExports exports = new LogExports(new Oin(settings.oin()), catalogues, catalogue, alarm);
        return new LogEntriesEndpoint(
                search, lookups, new LogEntrySearchReader(keys, law), exports, cursors, damaged, json);
    }

    @Bean
    ProcessingActivityEndpoint processingActivityEndpoint(
            LogSearch search,
            Lookups lookups,
            SubjectKeys keys,
            Cursors cursors,
            GatewaySettings settings,
            Parties parties,
            DamagedEntries damaged,
            StrictJson json) {
        return new ProcessingActivityEndpoint(
                search, lookups, keys, cursors, new Oin(settings.oin()), parties, damaged, json);
    }

    @Bean
    ResidentReportEndpoint residentReportEndpoint(
            ResidentReports reports, SubjectKeys keys, Cursors cursors, StrictJson json, Clock clock) {
        return new ResidentReportEndpoint(reports, new ResidentReportReader(keys, cursors, clock), cursors, json);
    }

    @Bean
    ReportReviewEndpoint reportReviewEndpoint(ReportReviews reviews, Cursors cursors, StrictJson json) {
        return new ReportReviewEndpoint(reviews, cursors, json);
    }

    @Bean
    LogHoldsEndpoint logHoldsEndpoint(
            Holds holds, VisibleHolds visible, SubjectKeys keys, KnownLaw law, StrictJson json) {
        return new LogHoldsEndpoint(holds, visible, new LogHoldReader(keys, law), json);
    }

    @Bean
    LogCalendarEndpoint logCalendarEndpoint(Calendar calendar, Lookups lookups, StrictJson json) {
        return new LogCalendarEndpoint(calendar, lookups, json);
    }

    @Bean
    ProcessingRegister processingRegister(GatewaySettings settings) {
        return new ProcessingRegister(new Oin(settings.oin()));
    }

    @Bean
    ProcessingRegisterEndpoint processingRegisterEndpoint(
            ActiveCatalogue catalogue, ProcessingRegister register, StrictJson json) {
        return new ProcessingRegisterEndpoint(catalogue, register, json);
    }

    @Bean
    FiguresEndpoint figuresEndpoint(Figures figures, StrictJson json) {
        return new FiguresEndpoint(figures, json);
    }
}
