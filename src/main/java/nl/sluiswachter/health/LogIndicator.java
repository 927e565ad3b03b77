package nl.sluiswachter.health;

import nl.sluiswachter.transferlog.tree.Integrator;
import nl.sluiswachter.transferlog.tree.Sequencer;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/**
 * Up when nothing in the log looked tampered with and its checkpoints are published. Not part of readiness: transfers go on
 * and are logged while somebody looks.
 */
final class LogIndicator extends AbstractHealthIndicator {

    private final Integrator integrator;
    private final Sequencer sequencer;

    LogIndicator(Integrator integrator, Sequencer sequencer) {
        super("The log could not be looked at");
        this.integrator = integrator;
        this.sequencer = sequencer;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        long alarms = integrator.alarms();
        String failure = sequencer.failure();
        builder.status(alarms == 0 && failure.isEmpty() ? "UP" : "DOWN").withDetail("alarms", alarms);
        if (!failure.isEmpty()) {
            builder.withDetail("notPublished", failure);
        }
    }
}
