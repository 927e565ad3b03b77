package nl.sluiswachter.console.figures;

import java.time.Clock;
import nl.sluiswachter.console.ground.LookUps;
import nl.sluiswachter.party.PartyRoll;
import nl.sluiswachter.transferlog.figures.Figures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CountsConfiguration {

    @Bean
    Counts counts(Figures figures, PartyRoll roll, LookUps lookUps, Clock clock) {
        return new Counts(figures, roll, lookUps.viewer(), clock);
    }
}
