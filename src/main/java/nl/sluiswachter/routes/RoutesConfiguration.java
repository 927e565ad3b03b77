package nl.sluiswachter.routes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.LogEntry;
import nl.sluiswachter.transferlog.LogKind;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the edge routes, has all routes judged before they start, and logs which files were used. */
@Configuration(proxyBeanMethods = false)
class RoutesConfiguration {

    @Bean
    RouteFiles routeFiles(GatewaySettings settings) {
        return new RouteFiles(settings.routesDir());
    }

    @Bean
    CamelContextConfiguration judgedRoutes(RouteFiles files) {
        return new CamelContextConfiguration() {
            private final RouteGate gate = new RouteGate(files);

            @Override
            public void beforeApplicationStart(CamelContext camel) {
                gate.open(camel);
            }

            @Override
            public void afterApplicationStart(CamelContext camel) {
                // nothing is left to do once the routes run
            }
        };
    }

    @Bean
    ApplicationRunner startEntry(EventLog log, RouteFiles files, ActiveCatalogue catalogue) {
        return arguments -> {
            SortedMap<String, String> detail = files.hashes();
            detail.put("policyVersion", catalogue.current().version());
            log.append(new LogEntry(LogKind.START, Optional.empty(), Optional.empty(), Map.copyOf(detail), List.of()));
        };
    }
}
