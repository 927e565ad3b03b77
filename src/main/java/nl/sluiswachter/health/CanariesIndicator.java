package nl.sluiswachter.health;

import java.util.SortedMap;
import nl.sluiswachter.canary.Canaries;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/** Up when every canary was refused lately, by every stage. A node that may let through what it must not takes no calls. */
final class CanariesIndicator extends AbstractHealthIndicator {

    private final Canaries canaries;

    CanariesIndicator(Canaries canaries) {
        super("The canaries could not be counted");
        this.canaries = canaries;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        SortedMap<String, String> problems = canaries.problems();
        builder.status(problems.isEmpty() ? "UP" : "OUT_OF_SERVICE")
                .withDetail("of", canaries.size())
                .withDetail("failing", problems);
    }
}
