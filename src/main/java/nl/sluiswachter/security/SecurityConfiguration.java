package nl.sluiswachter.security;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.settings.GatewaySettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Puts the doors together. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String DEMO = "demo";

    @Bean
    DoorFactory doorFactory(GatewaySettings settings, Environment environment, Clock clock) {
        boolean demo = environment.acceptsProfiles(Profiles.of(DEMO));
        return new DoorFactory(settings, new TlsFiles(demo), clock);
    }

    @Bean
    Doors doors(DoorFactory factory) {
        return new Doors(factory.doors());
    }

    /** The meters are looked up late: the web server needs this bean before the registry may be complete. */
    @Bean
    RefusalLog refusalLog(MeterRegistry meters, IdSource ids) {
        return new RefusalLog(meters, ids);
    }

    @Bean
    Connectors connectors(
            GatewaySettings settings, DoorFactory factory, Doors doors, RefusalLog refusals, Clock clock) {
        DoorTls tls = new DoorTls(factory.identity(), doors.bySurface(), refusals, clock);
        return new Connectors(settings, factory.enabled(), tls);
    }

    @Bean
    DoorFilters doorFilters(GatewaySettings settings, Doors doors, Parties parties, RefusalLog refusals, Clock clock) {
        IdentityFilter identity = new IdentityFilter(doors.bySurface(), new Identification(parties, clock), refusals);
        return new DoorFilters(settings.limits(), identity);
    }

    @Bean
    ConsoleDoor consoleDoor(DoorFilters filters) {
        return new ConsoleDoor(filters.console());
    }

    /** Holds the map, which Spring would otherwise take for a collection of beans. */
    record Doors(Map<Surface, Door> bySurface) {}
}
