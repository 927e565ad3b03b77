package nl.sluiswachter.activation;

import java.time.Clock;
import nl.sluiswachter.catalogue.JdbcCatalogueEvents;
import nl.sluiswachter.catalogue.JdbcCatalogueVersions;
import nl.sluiswachter.catalogue.LawInForce;
import nl.sluiswachter.catalogue.Officers;
import nl.sluiswachter.catalogue.StoredCatalogues;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.transferlog.JdbcDecisionImages;
import nl.sluiswachter.transferlog.JdbcEventLog;
import nl.sluiswachter.transferlog.LogMark;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The kept versions and the way between them: the same for a node and for the command line. */
@Configuration(proxyBeanMethods = false)
public class VersionsConfiguration {

    @Bean
    JdbcCatalogueVersions catalogueVersions(JdbcClient jdbc) {
        return new JdbcCatalogueVersions(jdbc);
    }

    @Bean
    JdbcCatalogueEvents catalogueEvents(JdbcClient jdbc) {
        return new JdbcCatalogueEvents(jdbc);
    }

    @Bean
    StoredCatalogues storedCatalogues(JdbcCatalogueVersions versions) {
        return new StoredCatalogues(versions);
    }

    @Bean
    Officers officers(GatewaySettings settings, Environment environment) {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        return new OfficerFiles(demo).read(settings.catalogue().officers());
    }

    @Bean
    LawInForce lawInForce(JdbcCatalogueEvents events, Officers officers, SubjectKeys secret) {
        return new LawInForce(events, officers, secret);
    }

    @Bean
    Rehearsals rehearsals(JdbcClient jdbc, StoredCatalogues stored, GatewaySettings settings, Clock clock) {
        return new ImageRehearsals(
                new JdbcDecisionImages(jdbc), stored::usable, settings.limits().rehearsable(), clock);
    }

    @Bean
    ApprovalDesk approvalDesk(
            JdbcClient jdbc,
            LogMark mark,
            JdbcCatalogueEvents events,
            Officers officers,
            PlatformTransactionManager transactions,
            IdSource ids,
            Clock clock) {
        return new ApprovalDesk(
                events,
                new Approvals(events, officers, clock),
                new JdbcEventLog(jdbc, mark, ids, clock),
                new TransactionTemplate(transactions),
                clock);
    }

    @Bean
    Activation activation(
            JdbcClient jdbc,
            LogMark mark,
            JdbcCatalogueVersions versions,
            JdbcCatalogueEvents events,
            LawInForce law,
            Officers officers,
            Rehearsals rehearsals,
            PlatformTransactionManager transactions,
            IdSource ids,
            Clock clock) {
        return new Activation(
                versions,
                events,
                law,
                officers,
                rehearsals,
                new JdbcEventLog(jdbc, mark, ids, clock),
                new TransactionTemplate(transactions),
                clock);
    }
}
