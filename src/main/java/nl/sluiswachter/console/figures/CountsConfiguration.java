package nl.sluiswachter.console.figures;

import java.time.Clock;
import nl.sluiswachter.party.PartyRoll;
import nl.sluiswachter.transferlog.figures.Figures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CountsConfiguration {

    @Bean
    Counts counts(Figures figures, PartyRoll roll, Clock clock) {
        return new Counts(figures, roll, clock);
    }
}
