package nl.sluiswachter.health;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.sluiswachter.transferlog.alarm.Alarms;
import nl.sluiswachter.transferlog.timestamp.TimeStampTurn;
import nl.sluiswachter.transferlog.tree.Backlog;
import nl.sluiswachter.transferlog.tree.Sequencer;
import nl.sluiswachter.transferlog.witness.WitnessStatus;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Up when no alarm is open, what is durable gets its leaf in time, checkpoints are published, and enough witnesses cosigned
 * lately. Not part of readiness: transfers go on and are logged while somebody looks.
 */
final class LogIndicator extends AbstractHealthIndicator {

    private final JdbcClient jdbc;
    private final Backlog backlog;
    private final Sequencer sequencer;
    private final WitnessStatus witnesses;
    private final TimeStampTurn stamps;

    LogIndicator(JdbcClient jdbc, Backlog backlog, Sequencer sequencer, WitnessStatus witnesses, TimeStampTurn stamps) {
        super("The log could not be looked at");
        this.jdbc = jdbc;
        this.backlog = backlog;
        this.sequencer = sequencer;
        this.witnesses = witnesses;
        this.stamps = stamps;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        long alarms = Alarms.count(jdbc);
        long witnessAlarms = witnesses.alarms();
        String failure = sequencer.failure();
        Optional<String> late = backlog.complaint();
        boolean well =
                alarms == 0 && witnessAlarms == 0 && failure.isEmpty() && witnesses.isWitnessed() && late.isEmpty();
        builder.status(well ? "UP" : "DOWN").withDetail("alarms", alarms);
        late.ifPresent(why -> builder.withDetail("notInTheTree", why));
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
