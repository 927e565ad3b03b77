package nl.sluiswachter.command;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.LogEntry;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.export.ExportRefused;
import nl.sluiswachter.transferlog.export.LogExport;
import nl.sluiswachter.transferlog.merkle.Checkpoint;

/** Exports the log for whoever verifies it. */
final class ExportCommand {

    private final DataSource source;
    private final EventLog log;
    private final int quorum;
    private final Terminal terminal;
    private final Words words;

    /** @param quorum of witnesses */
    ExportCommand(DataSource source, EventLog log, int quorum, Terminal terminal, Words words) {
        this.source = source;
        this.log = log;
        this.quorum = quorum;
        this.terminal = terminal;
        this.words = words;
    }

    void run() {
        Path folder = Path.of(words.word(2).orElseThrow(() -> new Misuse("Say into which folder.")));
        boolean withSubjects = words.flag("with-subjects");
        try {
            tell(withSubjects);
            Checkpoint checkpoint = new LogExport(source, withSubjects, quorum)
                    .write(folder, leaves -> new Progress(terminal, leaves, System::nanoTime));
            terminal.say(
                    "Exported %s entries of %s, root %s",
                    Terminal.number(checkpoint.size()), checkpoint.origin(), checkpoint.root());
            terminal.say("Next: verify log %s --key <verifier key>", folder);
        } catch (ExportRefused e) {
            throw new Misuse(e.getMessage());
        } catch (UncheckedIOException e) {
            throw new Misuse("The export could not be written; what is in the folder is not complete.");
        }
    }

    /** Before anything is written: an export that the log does not know of must not exist. */
    private void tell(boolean withSubjects) {
        log.append(new LogEntry(
                LogKind.EXPORT,
                Optional.empty(),
                Optional.empty(),
                Map.of("what", "LOG", "withSubjects", Boolean.toString(withSubjects)),
                List.of()));
    }
}
