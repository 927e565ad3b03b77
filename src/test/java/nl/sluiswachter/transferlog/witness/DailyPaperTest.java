package nl.sluiswachter.transferlog.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.sluiswachter.support.MovableClock;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.merkle.PaperLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyPaperTest {

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T23:30:00Z"));

    @Test
    void writesOneLineADayAfterARestartToo() throws Exception {
        Path file = folder.resolve("paper");
        SomeHouse house = new SomeHouse(TestDatabase.create(), folder, "00000099000000000100", clock);
        paper(file, house).turn();
        assertThat(file).doesNotExist();

        house.log.decide(0, 1);
        house.log.publish();
        paper(file, house).turn();
        paper(file, house).turn();
        clock.pass(Duration.ofHours(1));
        house.log.decide(0, 2);
        house.log.publish();
        paper(file, house).turn();

        assertThat(Files.readAllLines(file)).hasSize(2);
        PaperLine last = PaperLine.parse(Files.readAllLines(file).get(1));
        assertThat(last.at()).isEqualTo(clock.instant());
        assertThat(last.checkpoint()).isEqualTo(house.log.head());
    }

    @Test
    void aFileThatCannotBeWrittenDelaysNothing() throws IOException {
        Path notAFile = Files.createDirectory(folder.resolve("folder"));
        SomeHouse house = new SomeHouse(TestDatabase.create(), folder, "00000099000000000100", clock);
        house.log.decide(0, 1);
        house.log.publish();

        paper(notAFile, house).turn();

        assertThat(notAFile).isEmptyDirectory();
    }

    private DailyPaper paper(Path file, SomeHouse house) {
        return new DailyPaper(Optional.of(file), house.checkpoints, clock);
    }
}
