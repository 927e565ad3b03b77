package nl.sluiswachter.console.rules;

import nl.sluiswachter.activation.Activation;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.StoredCatalogues;
import nl.sluiswachter.console.officers.OfficerNames;
import nl.sluiswachter.party.PartyRoll;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the pages about versions stand on. */
@Configuration(proxyBeanMethods = false)
class VersionPagesConfiguration {

    @Bean
    VersionPage versionPage(
            Activation activation,
            StoredCatalogues catalogues,
            ActiveCatalogue active,
            PartyRoll parties,
            OfficerNames officers,
            MessageSource messages) {
        return new VersionPage(activation, catalogues, active, parties, officers, messages);
    }
}
