package nl.sluiswachter.health;

import java.util.Map;
import java.util.TreeMap;
import nl.sluiswachter.transferlog.timestamp.TimeStampTurn;
import nl.sluiswachter.transferlog.tree.Integrator;
import nl.sluiswachter.transferlog.tree.Sequencer;
import nl.sluiswachter.transferlog.witness.WitnessStatus;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/**
 * Up when nothing in the log looked tampered with, its checkpoints are published, and enough witnesses cosigned lately. Not
 * part of readiness: transfers go on and are logged while somebody looks.
 */
final class LogIndicator extends AbstractHealthIndicator {

    private final Integrator integrator;
    private final Sequencer sequencer;
    private final WitnessStatus witnesses;
    private final TimeStampTurn stamps;

    LogIndicator(Integrator integrator, Sequencer sequencer, WitnessStatus witnesses, TimeStampTurn stamps) {
        super("The log could not be looked at");
        this.integrator = integrator;
        this.sequencer = sequencer;
        this.witnesses = witnesses;
        this.stamps = stamps;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        long alarms = integrator.alarms();
        long witnessAlarms = witnesses.alarms();
        String failure = sequencer.failure();
        boolean well = alarms == 0 && witnessAlarms == 0 && failure.isEmpty() && witnesses.isWitnessed();
        builder.status(well ? "UP" : "DOWN").withDetail("alarms", alarms);
        if (!failure.isEmpty()) {
            builder.withDetail("notPublished", failure);
        }
        if (!stamps.failure().isEmpty()) {
            builder.withDetail("timeStamps", stamps.failure());
        }
        Map<String, String> said = new TreeMap<>();
        witnesses.all().forEach(one -> said.put(one.name(), sentence(one)));
        if (!said.isEmpty()) {
            builder.withDetail("witnessAlarms", witnessAlarms).withDetail("witnesses", said);
        }
    }

    private static String sentence(WitnessStatus.OfOne witness) {
        String cosigned = witness.age()
                .map(age -> "cosigned " + age.toSeconds() + " s ago")
                .orElse("never cosigned");
        return witness.failure().map(why -> cosigned + "; then " + why).orElse(cosigned);
    }
}
