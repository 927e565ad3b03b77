package nl.sluiswachter.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import nl.sluiswachter.catalogue.BuiltInCatalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.catalogue.JdbcCatalogueEvents;
import nl.sluiswachter.catalogue.JdbcCatalogueVersions;
import nl.sluiswachter.catalogue.LawInForce;
import nl.sluiswachter.catalogue.Officers;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.figures.Figures;
import nl.sluiswachter.transferlog.merkle.PaperLine;
import nl.sluiswachter.verifier.SomeTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What an operator types when the term of entries is over, and what an auditor types after that. */
class RetentionCommandsTest {

    private static final byte[] SECRET = new byte[32];

    private final TestDatabase database = TestDatabase.create();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private SomeTree log;
    private String paper;

    @BeforeEach
    void anOldEntryAndAYoungOne() {
        JdbcClient owner = JdbcClient.create(database.asOwner());
        for (String parent : List.of("transfer_log", "transfer_log_subject", "transfer_log_reason")) {
            owner.sql("create table %1$s_y2009m03 partition of %1$s for values from ('2009-03-01Z') to ('2009-04-01Z')"
                            .formatted(parent))
                    .update();
        }
        JdbcClient gateway = JdbcClient.create(database.asApplication());
        JdbcCatalogueEvents events = new JdbcCatalogueEvents(gateway);
        LawInForce law = new LawInForce(events, new Officers(List.of()), new SubjectKeys(SECRET));
        CatalogueFiles files = CatalogueFiles.in(Path.of("src/main/resources/catalogue"));
        new BuiltInCatalogue(files, new JdbcCatalogueVersions(gateway), events, law, Clock.systemUTC()).keep();
        log = new SomeTree(database, folder);
        log.decide(0, 0, Instant.parse("2009-03-02T10:00:00Z"));
        log.publish();
        paper = new PaperLine(log.head(), Instant.parse("2009-04-01T00:00:00Z")).text();
        log.decide(0, 1, Instant.parse("2026-03-02T10:00:00Z"));
        log.publish();
    }

    @Test
    void showsDestroysArchivesAndStillVerifies() throws IOException {
        DataSource source = database.asApplication();
        new Figures(
                        JdbcClient.create(source),
                        new TransactionTemplate(new JdbcTransactionManager(source)),
                        () -> new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue"))))
                .count();
        assertThat(run(false, "log", "calendar")).as(text(err)).isEqualTo(CommandLine.DONE);
        assertThat(text(out)).contains("2024-03  WMO_ALLOCATION").contains("2041-03  WMO_ALLOCATION");

        assertThat(run(false, "log", "destroy")).isEqualTo(CommandLine.DONE);
        assertThat(text(out)).contains("Next: log destroy --confirmed").doesNotContain("2041-03");
        assertThat(run(false, "log", "destroy", "--confirmed")).isEqualTo(CommandLine.DONE);
        assertThat(text(out)).contains("Destroyed 1 entries; the log tells which.");
        log.shards().place(0);
        assertThat(log.superuser()
                        .sql("select count(*) from transfer_log where kind in ('OPERATION', 'DESTRUCTION')")
                        .query(Integer.class)
                        .single())
                .as("what the operator looked at twice and did, and what became of it")
                .isEqualTo(4);
        log.publish();

        assertThat(run(false, "log", "archive", "2009-03", folder.toString())).isEqualTo(CommandLine.UNABLE);
        assertThat(text(err)).contains("Only the owner of the tables can do this");
        assertThat(run(true, "log", "archive", "2009-03", folder.toString(), "--drop"))
                .as(text(err))
                .isEqualTo(CommandLine.DONE);
        assertThat(text(out)).contains("Took 1 entries of 2009-03 out of the log.");

        Path archive = folder.resolve("transfer-log-2009-03.jsonl");
        String export = log.export(true).toString();
        assertThat(verify("log", export, "--key", log.key())).isEqualTo(CommandLine.REFUSED);
        assertThat(text(err)).contains("(leaf 0) is gone: its leaf has hash ");
        assertThat(verify("log", export, "--key", log.key(), "--archive", archive.toString()))
                .isEqualTo(CommandLine.UNPROVEN);
        assertThat(text(err)).contains("Nothing outside the log vouches for 1 of the 1 destroyed entries");
        assertThat(verify("log", export, "--key", log.key(), "--archive", archive.toString(), "--paper", paper))
                .isEqualTo(CommandLine.DONE);
        assertThat(text(out)).contains("1 entries were destroyed after their term: each is named with its hash");

        assertThat(run(true, "log", "attach", "2009-03", archive.toString())).isEqualTo(CommandLine.DONE);
        assertThat(verify("log", log.export(true).toString(), "--key", log.key(), "--paper", paper))
                .isEqualTo(CommandLine.DONE);
    }

    @Test
    void closesAnAlarmForTheOwnerOnlyAndTellsWhy() throws IOException {
        log.superuser()
                .sql("insert into log_alarm (found_at, shard, position, finding) values (now(), 1, 7, 'BATCH_CHANGED');"
                        + " insert into log_witness_alarm (witness, epoch, size, finding, found_at)"
                        + " values ('neighbour', 1, 9, 'FORKED', now())")
                .update();

        assertThat(run(false, "log", "alarms")).isEqualTo(CommandLine.DONE);
        assertThat(text(out))
                .contains("BATCH_CHANGED, shard 1, position 7")
                .contains("FORKED, neighbour, epoch 1, size 9");
        assertThat(run(false, "log", "close-alarm", "L1", "--reason=seen")).isEqualTo(CommandLine.UNABLE);
        assertThat(run(true, "log", "close-alarm", "L9", "--reason=seen")).isEqualTo(CommandLine.UNABLE);
        assertThat(run(true, "log", "close-alarm", "L1")).isEqualTo(CommandLine.UNABLE);
        assertThat(text(err).lines())
                .containsExactly(
                        "Only the owner of the tables can do this: give the settings of that role.",
                        "No such alarm is open; log alarms lists them.",
                        "Say --reason, in at most 200 characters and without naming a person.");
        for (String alarm : List.of("L1", "W1")) {
            assertThat(run(true, "log", "close-alarm", alarm, "--reason=seen")).isEqualTo(CommandLine.DONE);
        }

        assertThat(run(true, "log", "close-alarm", "L1", "--reason=I too")).isEqualTo(CommandLine.UNABLE);
        assertThat(text(err))
                .as("whoever comes second")
                .containsPattern("This alarm was closed already, at 20.*Z: seen");

        assertThat(run(false, "log", "alarms")).isEqualTo(CommandLine.DONE);
        assertThat(text(out)).contains("No alarm is open.");
        assertThat(log.superuser()
                        .sql("select convert_from(entry, 'UTF8') from log_pending where kind = 'OPERATION'")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .anyMatch(
                        entry -> entry.contains(
                                "\"action\":\"CLOSE_ALARM\",\"alarm\":\"L1: BATCH_CHANGED, shard 1, position 7\",\"why\":\"seen\""));
        log.superuser()
                .sql("insert into log_alarm (found_at, shard, position, finding) values (now(), 1, 7, 'BATCH_CHANGED')")
                .update();
        assertThat(run(false, "log", "alarms")).as("the same again").isEqualTo(CommandLine.DONE);
        assertThat(text(out)).contains("L2 ");
    }

    @Test
    void saysWhichEntryIsDamagedAndRaisesTheAlarm() throws IOException {
        assertThat(run(false, "log", "destroy", "--confirmed")).isEqualTo(CommandLine.DONE);
        log.shards().place(0);
        log.publish();
        assertThat(run(true, "log", "archive", "2009-03", folder.toString(), "--drop"))
                .as(text(err))
                .isEqualTo(CommandLine.DONE);
        log.shards().place(0);
        log.publish();
        String place = log.superuser()
                .sql("update transfer_log set entry = set_byte(entry, 0, 88) where kind = 'ARCHIVE'"
                        + " returning 'shard ' || shard || ' at position ' || position")
                .query(String.class)
                .single();

        Path archive = folder.resolve("transfer-log-2009-03.jsonl");
        assertThat(run(true, "log", "attach", "2009-03", archive.toString())).isEqualTo(CommandLine.REFUSED);

        assertThat(text(err).lines())
                .containsExactly("The entry in " + place + " is damaged, or is not proven: verify the log");
        assertThat(log.superuser()
                        .sql("select 'shard ' || shard || ' at position ' || position from log_alarm"
                                + " where finding = 'ENTRY_DAMAGED'")
                        .query(String.class)
                        .list())
                .containsExactly(place);
    }

    @Test
    void saysInOneSentenceWhatWasTypedWrong() throws IOException {
        assertThat(run(true, "log", "archive", "maart", folder.toString())).isEqualTo(CommandLine.UNABLE);
        assertThat(run(true, "log", "archive", "2009-03")).isEqualTo(CommandLine.UNABLE);
        assertThat(run(true, "log", "attach", "2009-03", "absent")).isEqualTo(CommandLine.UNABLE);
        assertThat(run(true, "log", "burn")).isEqualTo(CommandLine.UNABLE);
        assertThat(text(err).lines())
                .containsExactly(
                        "Say which month, as 2026-11.",
                        "Say into which folder.",
                        "The tables of that month are there; they are put back without the file.",
                        "There is no such command; log help lists them.");
    }

    private int verify(String... typed) {
        out.reset();
        err.reset();
        List<String> words = new ArrayList<>(List.of("verify"));
        words.addAll(List.of(typed));
        return CommandLine.run(Object.class, context -> {}, terminal(), words.toArray(String[]::new));
    }

    private int run(boolean asOwner, String... typed) throws IOException {
        out.reset();
        Path key = Files.writeString(
                folder.resolve("subject.key"), Base64.getEncoder().encodeToString(SECRET));
        List<String> words = new ArrayList<>(List.of(typed));
        Map<String, String> settings = new HashMap<>(database.settings());
        if (asOwner) {
            settings.put("spring.datasource.username", settings.get("spring.flyway.user"));
            settings.put("spring.datasource.password", settings.get("spring.flyway.password"));
        }
        settings.forEach((name, value) -> words.add("--" + name + "=" + value));
        words.add("--sluiswachter.keys.subject=" + key);
        return CommandLine.run(application(), context -> {}, terminal(), words.toArray(String[]::new));
    }

    private Terminal terminal() {
        return new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static Class<?> application() {
        try {
            return Class.forName("nl.sluiswachter.CommandApplication");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
