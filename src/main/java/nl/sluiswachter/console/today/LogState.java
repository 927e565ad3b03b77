package nl.sluiswachter.console.today;

import java.time.Duration;
import java.util.Optional;
import nl.sluiswachter.console.form.Typed;
import nl.sluiswachter.console.logpage.LogEvents;
import nl.sluiswachter.console.work.WorkOutcome;
import nl.sluiswachter.transferlog.alarm.Alarms;
import nl.sluiswachter.transferlog.tree.Backlog;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.transferlog.tree.Sequencer;
import nl.sluiswachter.transferlog.witness.WitnessStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How the log is, as its own parts tell.
 *
 * @param verifyWithin how long ago it may have been verified before somebody has to
 */
record LogState(
        JdbcClient jdbc,
        CheckpointTable checkpoints,
        Backlog backlog,
        Sequencer sequencer,
        WitnessStatus witnesses,
        LogEvents events,
        Duration verifyWithin) {

    long alarms() {
        return Alarms.count(jdbc) + witnesses.alarms();
    }

    boolean isBehind() {
        return backlog.complaint().isPresent();
    }

    boolean isPublished() {
        return sequencer.failure().isEmpty();
    }

    /** Whether it is not published because of what is stored of it. */
    boolean looksChanged() {
        return sequencer.looksChanged();
    }

    boolean isWitnessed() {
        return witnesses.isWitnessed();
    }

    /** When the log was verified last; empty when it never was. */
    Optional<LogEvents.Event> verified() {
        return events.lastVerification();
    }

    /** What a verification came to. */
    static WorkOutcome outcome(LogEvents.Event verification) {
        return Typed.choice(WorkOutcome.class, verification.text("outcome")).orElse(WorkOutcome.UNREADABLE);
    }

    /** The newest checkpoint. */
    Optional<CheckpointTable.Head> head() {
        return checkpoints.head();
    }

    /** Whether there are witnesses at all. */
    boolean hasWitnesses() {
        return !witnesses.all().isEmpty();
    }

    /** How long ago a witness cosigned last; empty when none did. */
    Optional<Duration> witnessed() {
        return witnesses.all().stream().flatMap(one -> one.age().stream()).min(Duration::compareTo);
    }
}
