package nl.sluiswachter.catalogue;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the catalogue tells the registers. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    CatalogueKnowledge catalogueKnowledge(ActiveCatalogue catalogue) {
        return new CatalogueKnowledge(catalogue);
    }
}
