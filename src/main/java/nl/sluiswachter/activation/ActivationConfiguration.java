package nl.sluiswachter.activation;

import java.time.Clock;
import nl.sluiswachter.catalogue.BuiltInCatalogue;
import nl.sluiswachter.catalogue.CatalogueException;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueSwitch;
import nl.sluiswachter.catalogue.CatalogueUnavailable;
import nl.sluiswachter.catalogue.JdbcCatalogueEvents;
import nl.sluiswachter.catalogue.JdbcCatalogueVersions;
import nl.sluiswachter.catalogue.KnownLaw;
import nl.sluiswachter.catalogue.LawInForce;
import nl.sluiswachter.catalogue.StoredCatalogues;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.startup.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The law in force on a node: found before the doors open, exchanged while they are open. */
@Configuration(proxyBeanMethods = false)
@Import(VersionsConfiguration.class)
class ActivationConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ActivationConfiguration.class);

    /** Nodes that start at once do this one after the other. */
    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('sluiswachter.catalogue', 0))::text";

    @Bean
    BuiltInCatalogue builtInCatalogue(
            CatalogueFiles builtInFiles,
            JdbcCatalogueVersions versions,
            JdbcCatalogueEvents events,
            LawInForce law,
            Clock clock) {
        return new BuiltInCatalogue(builtInFiles, versions, events, law, clock);
    }

    /** After the check of the keys: with another subject key the seal would be blamed. */
    @Bean
    @DependsOn("keyGuard")
    CatalogueSwitch activeCatalogue(
            BuiltInCatalogue builtIn,
            JdbcCatalogueEvents events,
            LawInForce law,
            StoredCatalogues stored,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        CatalogueSwitch active = new CatalogueSwitch(events, law, stored, clock);
        try {
            String own = new TransactionTemplate(transactions).execute(status -> {
                jdbc.sql(LOCK).query(String.class).single();
                return builtIn.keep();
            });
            active.look();
            tell(own, active.current().version());
        } catch (CatalogueException e) {
            throw new StartRefused("The catalogue of this jar cannot be used: " + e.getMessage(), e);
        } catch (CatalogueUnavailable e) {
            throw new StartRefused(e.getMessage(), e);
        }
        return active;
    }

    @Bean
    KnownLaw knownLaw(CatalogueSwitch active, JdbcCatalogueVersions versions, StoredCatalogues stored) {
        return new KnownLaw(active, versions, stored);
    }

    @Bean
    CatalogueWatch catalogueWatch(CatalogueSwitch active, GatewaySettings settings) {
        return CatalogueWatch.start(active, settings.catalogue().lookEvery());
    }

    private static void tell(String own, String inForce) {
        if (!own.equals(inForce)) {
            LOG.warn(
                    "The catalogue in force is {}; that of this jar, {}, is a candidate until two officers activate it",
                    inForce,
                    own);
        }
    }
}
