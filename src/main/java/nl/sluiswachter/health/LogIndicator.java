package nl.sluiswachter.health;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import nl.sluiswachter.transferlog.alarm.Alarms;
import nl.sluiswachter.transferlog.timestamp.TimeStampTurn;
import nl.sluiswachter.transferlog.witness.WitnessStatus;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Up when no alarm is open, what is durable gets its leaf in time, checkpoints are published, entries are counted and
 * go after their term, and enough witnesses cosigned lately. Not part of readiness: transfers go on and are logged while somebody looks.
 */
final class LogIndicator extends AbstractHealthIndicator {

    private final JdbcClient jdbc;
    private final WitnessStatus witnesses;
    private final TimeStampTurn stamps;
    private final Map<String, Supplier<Optional<String>>> complaints;

    /** @param complaints of the parts of the log, by the name of what is not done; empty when it is */
    LogIndicator(
            JdbcClient jdbc,
            WitnessStatus witnesses,
            TimeStampTurn stamps,
            Map<String, Supplier<Optional<String>>> complaints) {
        super("The log could not be looked at");
        this.jdbc = jdbc;
        this.witnesses = witnesses;
        this.stamps = stamps;
        this.complaints = complaints;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        long alarms = Alarms.count(jdbc);
        long witnessAlarms = witnesses.alarms();
        Map<String, String> wrong = new TreeMap<>();
        complaints.forEach((what, complaint) -> complaint.get().ifPresent(why -> wrong.put(what, why)));
        boolean well = alarms == 0 && witnessAlarms == 0 && wrong.isEmpty() && witnesses.isWitnessed();
        builder.status(well ? "UP" : "DOWN").withDetail("alarms", alarms);
        wrong.forEach(builder::withDetail);
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
