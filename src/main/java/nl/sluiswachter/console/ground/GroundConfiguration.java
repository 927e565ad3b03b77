package nl.sluiswachter.console.ground;

import java.util.List;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.PartyRoll;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.transferlog.search.Lookups;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Whoever wants to look without having said why is asked first. */
@Configuration(proxyBeanMethods = false)
class GroundConfiguration implements WebMvcConfigurer {

    @Bean
    LookUps consoleLookUps(GatewaySettings settings, Parties parties, PartyRoll registered, Lookups lookups) {
        return new LookUps(new Oin(settings.oin()), parties, registered, lookups);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new GroundArguments());
    }
}
