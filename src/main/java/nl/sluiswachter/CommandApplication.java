package nl.sluiswachter;

import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import nl.sluiswachter.activation.Activation;
import nl.sluiswachter.activation.VersionsConfiguration;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFilesConfiguration;
import nl.sluiswachter.catalogue.StoredCatalogues;
import nl.sluiswachter.command.CommandSettings;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.transferlog.LogMark;
import nl.sluiswachter.transferlog.archive.MonthArchive;
import nl.sluiswachter.transferlog.retention.Calendar;
import nl.sluiswachter.transferlog.retention.Retention;
import nl.sluiswachter.transferlog.tree.EpochConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The few parts that a command needs: no port, no route, no migration. Not annotated as configuration: no scan may find it. */
@EnableConfigurationProperties(GatewaySettings.class)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class
})
@Import({
    KernelConfiguration.class,
    CatalogueFilesConfiguration.class,
    VersionsConfiguration.class,
    EpochConfiguration.class
})
class CommandApplication {

    @Bean
    static CommandSettings commandSettings(Environment environment) {
        return new CommandSettings(environment);
    }

    @Bean
    Retention retention(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Activation activation,
            StoredCatalogues stored,
            GatewaySettings settings) {
        return new Retention(
                jdbc,
                new TransactionTemplate(transactions),
                () -> law(activation, stored),
                settings.log().retention().otherwise());
    }

    @Bean
    Calendar calendar(JdbcClient jdbc, Retention retention, Activation activation, StoredCatalogues stored) {
        return new Calendar(jdbc, retention, () -> law(activation, stored));
    }

    private static Catalogue law(Activation activation, StoredCatalogues stored) {
        return stored.usable(activation.inForce().version()).orElseThrow();
    }

    @Bean
    MonthArchive monthArchive(DataSource source, LogMark mark, IdSource ids, Clock clock, GatewaySettings settings) {
        return new MonthArchive(
                source,
                mark,
                ids,
                clock,
                Optional.ofNullable(settings.log().retention().archiveAfter()));
    }
}
