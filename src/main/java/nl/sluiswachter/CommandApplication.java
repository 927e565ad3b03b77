package nl.sluiswachter;

import nl.sluiswachter.activation.VersionsConfiguration;
import nl.sluiswachter.catalogue.CatalogueFilesConfiguration;
import nl.sluiswachter.command.CommandSettings;
import nl.sluiswachter.settings.GatewaySettings;
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
}
