package nl.sluiswachter.transferlog.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.sluiswachter.support.MovableClock;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.retention.SomeRetention;
import nl.sluiswachter.verifier.Believed;
import nl.sluiswachter.verifier.Database;
import nl.sluiswachter.verifier.Folder;
import nl.sluiswachter.verifier.LogSource;
import nl.sluiswachter.verifier.Verdict;
import nl.sluiswachter.verifier.Verifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever verifies a log learns from its witnesses. */
class WitnessedLogTest {

    private static final String OURS = "00000099000000000100";

    @TempDir
    private Path folder;

    private final MovableClock clock =
            new MovableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
    private TestDatabase backup;
    private SomeHouse we;
    private SomeHouse they;
    private SomeAddress theirDesk;

    @BeforeEach
    void haveALogCosigned() {
        they = new SomeHouse(TestDatabase.create(), folder, "00000099000000000200", clock);
        we = new SomeHouse(TestDatabase.create(), folder, OURS, clock);
        theirDesk = new SomeAddress(they.deskFor(we.log.key())::answer);
        grow(2);
        backup = we.database.copy();
        grow(3);
        we.asking(they, theirDesk).ask();
    }

    @AfterEach
    void close() {
        theirDesk.close();
    }

    @Test
    void saysWhichWitnessSawWhatAndWhen() {
        assertThat(statements(verify(we.log.export(true))))
                .contains("The witness %s saw the log with 5 leaves at %s.".formatted(they.name(), clock.instant()))
                .noneMatch(sentence -> sentence.contains("no witness vouches"));
    }

    @Test
    void saysForHowManyLeavesNobodyVouchesYet() {
        grow(4);

        assertThat(statements(verify(we.log.export(false))))
                .contains("For the newest 4 leaves no witness vouches yet.")
                .anyMatch(
                        sentence -> sentence.startsWith("It continues the checkpoint that witnesses saw of 5 leaves"));
    }

    @Test
    void findsALogThatWasRewrittenAndSignedWithTheStolenKey() throws IOException {
        Path honest = we.log.export(false);
        we = new SomeHouse(backup, Files.createDirectory(folder.resolve("rewritten")), OURS, clock);
        grow(6);
        Path rewritten = we.log.export(false);

        assertThat(broken(verify(rewritten))).isEqualTo("No checkpoint of the log was cosigned by enough witnesses.");
        Files.copy(
                honest.resolve("witnessed-checkpoint"),
                rewritten.resolve("witnessed-checkpoint"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(broken(verify(rewritten)))
                .matches("The first 5 leaves were rewritten: they have root [0-9a-f]{64} and had root [0-9a-f]{64} when"
                        + " the checkpoint that witnesses saw was signed\\.");
    }

    @Test
    void aDestructionIsProvenByAWitnessOfTheTimeWhenTheEntryWasWritten() throws IOException {
        Duration years = Duration.ofDays(16 * 366);
        we = new SomeHouse(
                TestDatabase.create(), Files.createDirectory(folder.resolve("old")), "00000099000000000300", clock);
        try (SomeAddress desk = new SomeAddress(they.deskFor(we.log.key())::answer)) {
            clock.pass(years.negated());
            we.log.decide(0, 1, clock.instant());
            we.log.publish();
            we.asking(they, desk).ask();
            clock.pass(years);
            SomeRetention.on(we.database.asApplication()).destroyDue();
            we.log.shards().place(0);
            we.log.publish();
            we.asking(they, desk).ask();
        }
        we.jdbc
                .sql("insert into log_checkpoint values (0, 1, now(), 'nonsense')")
                .update();
        we.jdbc
                .sql("insert into log_cosignature values (0, 1, 'nobody', '2000-01-01', 'nonsense')")
                .update();
        Path export = we.log.export(true);

        assertThat(statements(verify(export))).anyMatch(sentence -> sentence.startsWith("1 entries were destroyed"));
        try (Database stored = new Database(we.database.url(), we.database.superuserAccount(), true, 1)) {
            assertThat(verify(stored)).isEqualTo(verify(export));
        }
        Files.delete(export.resolve("witnessed/0"));
        assertThat(verify(export))
                .isInstanceOfSatisfying(Verdict.Unproven.class, unproven -> assertThat(unproven.open())
                        .singleElement()
                        .asString()
                        .startsWith("Nothing outside the log vouches for 1 of the 1 destroyed entries"));
    }

    @Test
    void aWitnessThatIsNotAskedForDoesNotCount() {
        SomeHouse stranger = new SomeHouse(TestDatabase.create(), folder, "00000099000000000300", clock);
        Believed believed = new Believed(we.log.key(), List.of(stranger.witnessKey()), 1, List.of());

        assertThat(broken(Verifier.consistency(new Folder(we.log.export(false)), believed, List.of())))
                .isEqualTo("The witnessed checkpoint of the log is not to be believed: The checkpoint has fewer"
                        + " cosignatures by known witnesses than asked for.");
    }

    private Verdict verify(Path export) {
        return verify(new Folder(export));
    }

    private Verdict verify(LogSource source) {
        Believed believed = new Believed(we.log.key(), List.of(they.witnessKey()), 1, List.of());
        return Verifier.log(source, believed, List.of(), leaves -> done -> {});
    }

    private void grow(int entries) {
        we.log.shards().write(0, entries);
        we.log.publish();
    }

    private static List<String> statements(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Sound.class);
        return ((Verdict.Sound) verdict).statements();
    }

    private static String broken(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Broken.class);
        return ((Verdict.Broken) verdict).sentence();
    }
}
