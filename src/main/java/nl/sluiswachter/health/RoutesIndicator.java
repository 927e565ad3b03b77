package nl.sluiswachter.health;

import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/** Up when there are routes and all of them run; an empty routes folder is a wrong mount, not a gateway. */
final class RoutesIndicator extends AbstractHealthIndicator {

    private final CamelContext camel;

    RoutesIndicator(CamelContext camel) {
        super("The routes could not be counted");
        this.camel = camel;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        long all = camel.getRoutes().size();
        long started = camel.getRoutes().stream().filter(this::isStarted).count();
        builder.status(camel.isStarted() && started == all && all > 0 ? "UP" : "OUT_OF_SERVICE")
                .withDetail("started", started)
                .withDetail("of", all);
    }

    private boolean isStarted(Route route) {
        return camel.getRouteController().getRouteStatus(route.getRouteId()) == ServiceStatus.Started;
    }
}
