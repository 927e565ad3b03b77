package nl.sluiswachter.console.officers;

import java.time.Clock;
import nl.sluiswachter.settings.GatewaySettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class OfficersConfiguration {

    @Bean
    OfficerNames officerNames(JdbcClient jdbc, GatewaySettings settings, Clock clock) {
        return new OfficerNames(jdbc, settings.console().names(), clock);
    }
}
