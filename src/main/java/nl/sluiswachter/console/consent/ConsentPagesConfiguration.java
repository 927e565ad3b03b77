package nl.sluiswachter.console.consent;

import java.time.Clock;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.consent.ConsentExport;
import nl.sluiswachter.consent.ConsentRegister;
import nl.sluiswachter.console.ground.LookUps;
import nl.sluiswachter.console.officers.OfficerNames;
import nl.sluiswachter.delivery.StoppedMessages;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.PartyRoll;
import nl.sluiswachter.transferlog.search.LogSearch;
import nl.sluiswachter.transferlog.tree.DamageAlarm;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConsentPagesConfiguration {

    @Bean
    ConsentDesk consentDesk(
            ConsentRegister register,
            LookUps lookUps,
            OfficerNames officers,
            PartyRoll parties,
            ActiveCatalogue catalogue,
            MessageSource messages,
            Clock clock) {
        return new ConsentDesk(register, lookUps, officers, parties, catalogue, messages, clock);
    }

    @Bean
    StopsOfConsent stopsOfConsent(
            StoppedMessages messages,
            LogSearch search,
            LookUps lookUps,
            DamageAlarm alarm,
            ActiveCatalogue catalogue,
            MessageSource words) {
        return new StopsOfConsent(messages, search, lookUps, alarm, catalogue, words);
    }

    @Bean
    ConsentExport consentExport(Parties parties, SubjectKeys keys) {
        return new ConsentExport(parties, keys);
    }
}
