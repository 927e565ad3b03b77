package nl.sluiswachter.transferlog.witness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.PaperLine;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The paper witness: the newest checkpoint as a line, once a day at the end of a file, for whoever prints or mails it. */
public final class DailyPaper {

    private static final Logger LOG = LoggerFactory.getLogger(DailyPaper.class);

    private final Optional<Path> file;
    private final CheckpointTable checkpoints;
    private final Clock clock;
    private boolean failing;

    /** @param file empty to write none */
    public DailyPaper(Optional<Path> file, CheckpointTable checkpoints, Clock clock) {
        this.file = file;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    /** The line of now; empty before the first checkpoint. */
    public Optional<PaperLine> line() {
        return checkpoints
                .published()
                .map(SignedCheckpoint::checkpoint)
                .map(checkpoint -> new PaperLine(checkpoint, clock.instant()));
    }

    /** Writes the line of today (UTC) when the file has none yet. */
    public void turn() {
        file.ifPresent(path -> line().ifPresent(line -> write(path, line)));
    }

    private void write(Path path, PaperLine line) {
        try {
            if (!day(line.at()).equals(lastDay(path).orElse(null))) {
                append(path, line.text() + "\n");
            }
            failing = false;
        } catch (IOException e) {
            if (!failing) {
                LOG.warn("The file of sluiswachter.witnessing.paper cannot be written");
            }
            failing = true;
        }
    }

    private static Optional<LocalDate> lastDay(Path path) throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(path, StandardCharsets.UTF_8);
        try {
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            day(PaperLine.parse(lines.get(lines.size() - 1)).at()));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static void append(Path path, String line) throws IOException {
        try (FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }
}
