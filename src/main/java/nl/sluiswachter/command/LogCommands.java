package nl.sluiswachter.command;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.JdbcEventLog;
import nl.sluiswachter.transferlog.LogMark;
import nl.sluiswachter.transferlog.alarm.Alarm;
import nl.sluiswachter.transferlog.alarm.AlarmRefused;
import nl.sluiswachter.transferlog.alarm.Alarms;
import nl.sluiswachter.transferlog.archive.MonthArchive;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.PaperLine;
import nl.sluiswachter.transferlog.retention.Calendar;
import nl.sluiswachter.transferlog.retention.Retention;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.transferlog.tree.Joining;
import nl.sluiswachter.transferlog.tree.NewEpoch;
import nl.sluiswachter.transferlog.tree.Rebuilding;
import nl.sluiswachter.transferlog.tree.TreeDamaged;
import nl.sluiswachter.transferlog.witness.DailyPaper;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The commands about the transfer log that need the database. */
final class LogCommands {

    static final String HELP =
            """
            java -jar sluiswachter.jar log <command> [settings of the gateway]

              export <folder>          write the log, as it is now, into a new folder for verify log
                --with-subjects        and who entries are about: these are personal data, keep them so
              paper                    the newest checkpoint as one line to print and keep; verify takes it with --paper
              join --reason "..."      let a node that remembers nothing, because it is new or lost its disk, sign the log.
                                       On that node. The reason stands in the log: name no person
                --paper "<line>"       a line that was kept, with which the log must begin; else the database is believed
              rebuild-tree             make the hashes of the tree anew from its leaves, when health says that they were damaged
              new-epoch --reason "..." after a backup was put back: let the log go on under another name, which everybody
                                       sees. On the node that signed last, then on each other node. The reason stands in
                                       the log: name no person
            """;

    static final String ALARMS_HELP =
            """
              alarms                   what looked tampered with, and nobody has looked into yet
              close-alarm <alarm> --reason "..."
                                       somebody has. The reason stands in the log: name no person. Needs the settings of
                                       the owner

            """;

    private static final int LONGEST_REASON = 200;

    private final BeanFactory beans;
    private final Terminal terminal;
    private final Words words;

    LogCommands(BeanFactory beans, Terminal terminal, Words words) {
        this.beans = beans;
        this.terminal = terminal;
        this.words = words;
    }

    void run(String verb) {
        switch (verb) {
            case "export" -> export();
            case "paper" -> paper();
            case "join" -> join();
            case "new-epoch" -> newEpoch();
            case "rebuild-tree" -> rebuild();
            case "alarms" -> alarms();
            case "close-alarm" -> closeAlarm();
            default -> retention(verb);
        }
    }

    /** What a command did gets its place by a running gateway, or by the next. */
    private void export() {
        new ExportCommand(
                        beans.getBean(DataSource.class),
                        events(),
                        beans.getBean(GatewaySettings.class).witnessing().quorum(),
                        terminal,
                        words)
                .run();
    }

    private void retention(String verb) {
        new RetentionCommands(
                        beans.getBean(Retention.class),
                        beans.getBean(Calendar.class),
                        beans.getBean(MonthArchive.class),
                        events(),
                        beans.getBean(Clock.class),
                        terminal,
                        words)
                .run(verb);
    }

    private EventLog events() {
        return new JdbcEventLog(
                beans.getBean(JdbcClient.class),
                beans.getBean(LogMark.class),
                beans.getBean(IdSource.class),
                beans.getBean(Clock.class));
    }

    private Alarms registeredAlarms() {
        return new Alarms(
                beans.getBean(JdbcClient.class),
                events(),
                new TransactionTemplate(beans.getBean(PlatformTransactionManager.class)));
    }

    private void alarms() {
        List<Alarm> open = registeredAlarms().open();
        open.forEach(alarm -> terminal.say("%-6s %s  %s", alarm.id(), alarm.foundAt(), alarm.what()));
        if (open.isEmpty()) {
            terminal.say("No alarm is open.");
        }
    }

    private void closeAlarm() {
        String id = words.word(2).orElseThrow(() -> new Misuse("Say which alarm; log alarms lists them."));
        try {
            terminal.say("Closed: %s", registeredAlarms().close(id, reason()).what());
        } catch (AlarmRefused e) {
            throw new Misuse(e.getMessage());
        }
    }

    private String reason() {
        return words.option("reason")
                .filter(given -> given.length() <= LONGEST_REASON)
                .orElseThrow(() -> new Misuse("Say --reason, in at most 200 characters and without naming a person."));
    }

    private void paper() {
        CheckpointTable checkpoints = new CheckpointTable(beans.getBean(JdbcClient.class));
        terminal.say(new DailyPaper(Optional.empty(), checkpoints, beans.getBean(Clock.class))
                .line()
                .orElseThrow(() -> new Misuse("The log has no checkpoint yet."))
                .text());
    }

    private void join() {
        String reason = reason();
        Checkpoint from = bean(Joining.class).join(words.option("paper").map(LogCommands::paper), reason);
        terminal.say(
                "This node remembers %s with %s leaves, and signs what continues it",
                from.origin(), Terminal.number(from.size()));
    }

    private static Checkpoint paper(String line) {
        try {
            return PaperLine.parse(line).checkpoint();
        } catch (Malformed e) {
            throw new Misuse(e.getMessage());
        }
    }

    private void rebuild() {
        try {
            long leaves = new Rebuilding(
                            beans.getBean(JdbcClient.class),
                            beans.getBean(LogMark.class),
                            events(),
                            new TransactionTemplate(beans.getBean(PlatformTransactionManager.class)))
                    .rebuild();
            terminal.say("Made anew from %s leaves; the gateway goes on by itself", Terminal.number(leaves));
        } catch (TreeDamaged e) {
            throw new Misuse(e.getMessage() + ".");
        }
    }

    private void newEpoch() {
        String reason = reason();
        NewEpoch.Begun begun = bean(NewEpoch.class).begin(reason);
        terminal.say(
                begun.joined()
                        ? "This node goes over to the epoch that another node began: %s"
                        : "A new epoch began: %s",
                begun.key().key().name());
        terminal.say(
                "It follows %s with %s leaves, of which the first %s are kept",
                begun.follows().last().origin(),
                Terminal.number(begun.follows().last().size()),
                Terminal.number(begun.follows().kept()));
        terminal.say(
                "Verifier key, for every auditor and witness: %s", begun.key().text());
        terminal.say("Next: the same command on every other node");
    }

    /** What signs. */
    private <T> T bean(Class<T> type) {
        try {
            return beans.getBean(type);
        } catch (BeanCreationException e) {
            throw new Misuse("This needs sluiswachter.oin, sluiswachter.keys.log and sluiswachter.log.memory.");
        }
    }
}
