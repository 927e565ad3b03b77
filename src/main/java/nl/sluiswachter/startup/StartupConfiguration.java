package nl.sluiswachter.startup;

import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.settings.GatewaySettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The checks before the doors open. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewaySettings.class)
class StartupConfiguration {

    @Bean
    static RequiredSettings requiredSettings(Environment environment) {
        return new RequiredSettings(environment);
    }

    @Bean(initMethod = "check")
    @DependsOnDatabaseInitialization
    DatabaseGuard databaseGuard(JdbcClient database) {
        return new DatabaseGuard(database);
    }

    @Bean(initMethod = "check")
    @DependsOn("databaseGuard")
    SubjectKeyGuard subjectKeyGuard(JdbcClient database, SubjectKeys keys) {
        return new SubjectKeyGuard(database, keys);
    }
}
