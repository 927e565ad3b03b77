package nl.sluiswachter.demo;

import java.time.Clock;
import nl.sluiswachter.consent.ConsentRegister;
import nl.sluiswachter.facts.FactRegister;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.PartyDirectory;
import nl.sluiswachter.settings.GatewaySettings;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;

/** What only a demo has: example parties, made-up residents, and a word of welcome. */
@Configuration(proxyBeanMethods = false)
@Profile(DemoInitializer.PROFILE)
class DemoConfiguration {

    private final ProgressListener progress = new DemoProgress();

    @Bean
    FlywayMigrationStrategy toldMigration() {
        return flyway -> {
            progress.begins("Migrating the database");
            flyway.migrate();
            progress.begins("Reading the rules");
        };
    }

    @Bean(initMethod = "load")
    @DependsOn("keyGuard")
    DemoExamples demoExamples(
            GatewaySettings settings,
            Parties parties,
            ConsentRegister consents,
            FactRegister facts,
            SubjectKeys keys,
            Clock clock) {
        return new DemoExamples(
                new DemoParties(new PartyDirectory(settings.demo().certificates()), parties),
                new DemoResidents(parties, consents, facts, keys, clock),
                progress);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> welcome(GatewaySettings settings) {
        return ready -> new Welcome(settings, ready.getApplicationContext().getEnvironment()).say();
    }
}
