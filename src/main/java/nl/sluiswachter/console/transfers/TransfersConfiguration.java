package nl.sluiswachter.console.transfers;

import java.time.Clock;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogues;
import nl.sluiswachter.catalogue.KnownLaw;
import nl.sluiswachter.console.ground.LookUps;
import nl.sluiswachter.console.officers.OfficerNames;
import nl.sluiswachter.delivery.StuckMessages;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.party.PartyRoll;
import nl.sluiswachter.report.Arrivals;
import nl.sluiswachter.transferlog.proof.ProofFiles;
import nl.sluiswachter.transferlog.search.Cursors;
import nl.sluiswachter.transferlog.search.LogSearch;
import nl.sluiswachter.transferlog.search.PersonEntries;
import nl.sluiswachter.transferlog.tree.DamageAlarm;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the pages of transfers. */
@Configuration(proxyBeanMethods = false)
class TransfersConfiguration {

    @Bean
    TransferList transferList(
            LogSearch search, PersonEntries entries, Cursors cursors, LookUps lookUps, DamageAlarm alarm, Clock clock) {
        return new TransferList(search, entries, cursors, lookUps, alarm, clock);
    }

    @Bean
    TransferExport transferExport(TransferList list, Clock clock) {
        return new TransferExport(list, clock);
    }

    @Bean
    SearchReader transferSearchReader(
            SubjectKeys keys, KnownLaw law, StuckMessages messages, PartyRoll parties, Clock clock) {
        return new SearchReader(keys, law, messages, new CalledParties(parties), clock);
    }

    @Bean
    KeptSearches keptTransferSearches(IdSource ids) {
        return new KeptSearches(ids);
    }

    @Bean
    SavedViews savedViews(JdbcClient jdbc) {
        return new SavedViews(jdbc);
    }

    @Bean
    TransfersPage transfersPage(
            PartyRoll parties, ActiveCatalogue catalogue, TransferList list, SavedViews views, MessageSource messages) {
        return new TransfersPage(parties, catalogue, list, views, messages);
    }

    @Bean
    Stories transferStories(LogSearch search, LookUps lookUps, DamageAlarm alarm) {
        return new Stories(search, lookUps, alarm);
    }

    @Bean
    OnTheSpot proofsOnTheSpot(ProofFiles files, DamageAlarm alarm) {
        return new OnTheSpot(files, alarm);
    }

    @Bean
    TransferPage transferPage(
            LookUps lookUps,
            OfficerNames officers,
            MessageSource messages,
            Catalogues catalogues,
            ActiveCatalogue active,
            OnTheSpot proofs,
            Arrivals arrivals,
            Clock clock) {
        return new TransferPage(lookUps, officers, messages, catalogues, active, proofs, arrivals, clock);
    }
}
