package nl.sluiswachter.report;

import java.time.Clock;
import java.util.Optional;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogues;
import nl.sluiswachter.consent.ConsentRegister;
import nl.sluiswachter.facts.FactRegister;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.party.PartyRoll;
import nl.sluiswachter.party.PlainName;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.proof.SubjectProofs;
import nl.sluiswachter.transferlog.search.Lookups;
import nl.sluiswachter.transferlog.search.PersonEntries;
import nl.sluiswachter.transferlog.search.ReportVerdicts;
import nl.sluiswachter.transferlog.tree.DamageAlarm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

    @Bean
    ReportLog reportLog(EventLog log, PersonEntries entries) {
        return new ReportLog(log, entries);
    }

    @Bean
    ResidentReports residentReports(
            ResidentReports.Log log,
            ResidentReports.Registers registers,
            ResidentReports.Law law,
            GatewaySettings settings,
            IdSource ids,
            Clock clock) {
        Optional<String> contact = Optional.ofNullable(settings.report().contact())
                .map(PlainName::of)
                .filter(text -> !text.isEmpty());
        return new ResidentReports(log, registers, law, contact, ids, clock);
    }

    @Bean
    ResidentReports.Log reportEntries(
            PersonEntries entries, Lookups lookups, ReportLog reports, SubjectProofs proofs, SubjectKeys keys) {
        return new ResidentReports.Log(entries, lookups, reports, proofs, new ProofLot(keys));
    }

    @Bean
    ResidentReports.Law reportLaw(ActiveCatalogue active, Catalogues catalogues) {
        return new ResidentReports.Law(active, catalogues);
    }

    @Bean
    ResidentReports.Registers reportRegisters(
            ConsentRegister consents, FactRegister facts, PartyRoll parties, GatewaySettings settings) {
        return new ResidentReports.Registers(consents, facts, parties, new Oin(settings.oin()));
    }

    @Bean
    Arrivals arrivals(PersonEntries entries) {
        return new Arrivals(entries);
    }

    @Bean
    GivenReports givenReports(PersonEntries entries, DamageAlarm alarm) {
        return new GivenReports(entries, alarm);
    }

    @Bean
    ReportReviews reportReviews(PersonEntries entries, Lookups lookups, ReportVerdicts verdicts, DamageAlarm alarm) {
        return new ReportReviews(entries, lookups, verdicts, alarm);
    }
}
