package nl.sluiswachter.startup;

import nl.sluiswachter.consent.KnownTypes;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.kernel.crypto.PayloadCipher;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.PartyList;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.transferlog.EventLog;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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
    KeyGuard keyGuard(JdbcClient database, SubjectKeys subjects, PayloadCipher payloads) {
        return new KeyGuard(database, subjects, payloads);
    }

    @Bean(initMethod = "check")
    @Profile("!demo")
    ExampleGuard exampleGuard(GatewaySettings settings) {
        return new ExampleGuard(settings.keys().signing(), settings.keys().signingCertificates());
    }

    @Bean(initMethod = "register")
    @DependsOn("keyGuard")
    @ConditionalOnProperty("sluiswachter.parties")
    PartyRegistration partyRegistration(
            GatewaySettings settings,
            KnownTypes known,
            Parties register,
            EventLog log,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        return new PartyRegistration(
                new PartyList(settings.parties(), known::isCapacity),
                register,
                log,
                database,
                new TransactionTemplate(transactions));
    }
}
