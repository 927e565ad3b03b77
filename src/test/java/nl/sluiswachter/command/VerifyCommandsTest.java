package nl.sluiswachter.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import nl.sluiswachter.kernel.crypto.Pem;
import nl.sluiswachter.kernel.crypto.TimeStamps;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.entry.DestroyedHash;
import nl.sluiswachter.transferlog.entry.Leaf;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.Ed25519;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.merkle.PaperLine;
import nl.sluiswachter.transferlog.merkle.SignerKey;
import nl.sluiswachter.transferlog.timestamp.SomeAuthority;
import nl.sluiswachter.transferlog.timestamp.Stamping;
import nl.sluiswachter.verifier.SomeTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor types. */
class VerifyCommandsTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private SomeTree log;
    private Path kept;
    private Path export;

    @BeforeEach
    void exportALogOfTwoDecisions() throws IOException {
        log = new SomeTree(database, folder);
        log.decide(0, 1);
        kept = Files.write(folder.resolve("kept"), log.publish());
        log.decide(1, 2);
        log.publish();
        export = log.export(true);
    }

    @Test
    void endsWithZeroWhenAllIsAsItMustBe() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), log.key() + "\n");

        assertThat(run("log", export.toString(), "--key", key.toString(), "--checkpoint", kept.toString()))
                .isEqualTo(CommandLine.DONE);
        assertThat(text(out))
                .contains("has 2 leaves with root ")
                .contains("continues the earlier checkpoint of 1 leaves");
        assertThat(run("consistency", kept.toString(), export.toString(), "--key", log.key()))
                .isEqualTo(CommandLine.DONE);
        assertThat(text(err)).isEmpty();
    }

    @Test
    void endsWithOneAndOneSentenceWhenSomethingIsNot() throws IOException {
        Path entries = export.resolve("entries/000000.jsonl");
        Files.writeString(
                entries, Files.readString(entries).lines().skip(1).toList().get(0));

        assertThat(run("log", export.toString(), "--key", log.key())).isEqualTo(CommandLine.REFUSED);
        assertThat(text(err).lines())
                .singleElement()
                .asString()
                .startsWith("The entry at shard 1, position 0 (leaf 0) is gone: its leaf has hash ");
        assertThat(text(out)).isEmpty();
    }

    /** Whoever may write bad entries hides none behind a hundred of them. */
    @Test
    void tellsOfAllThatIsNotHoweverMuchItIs() throws IOException {
        log.shards().write(0, 299);
        log.publish();
        export = log.export(false);
        Path entries = export.resolve("entries/000000.jsonl");
        Pattern place = Pattern.compile("(\\{\"index\":\\d+,\"shard\":1,\"position\":\\d+).*");
        List<String> left = Files.readString(entries)
                .lines()
                .limit(200)
                .map(line -> place.matcher(line)
                        .replaceFirst("$1,\"recordedAt\":\"2026-11-22T10:00:00Z\",\"kind\":\"DECISION\"}"))
                .toList();
        Files.write(entries, left);

        assertThat(run("log", export.toString(), "--key", log.key())).isEqualTo(CommandLine.REFUSED);
        assertThat(text(err).lines().filter(line -> line.contains(" is gone: ")))
                .hasSize(101);
        assertThat(text(err).lines().filter(line -> line.contains(" was destroyed ")))
                .hasSize(199);
        assertThat(text(err)).doesNotContain(" more.");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void whatWasFoundIsWrongAlsoWhereTheRestCannotBeRead() throws IOException {
        Path entries = export.resolve("entries/000000.jsonl");
        Files.writeString(
                entries, Files.readString(entries).lines().skip(1).toList().get(0));
        Files.writeString(export.resolve("entries/without-leaf.jsonl"), "nothing");

        assertThat(run("log", export.toString(), "--key", log.key())).isEqualTo(CommandLine.REFUSED);
        assertThat(text(err).lines()).hasSize(2).first().asString().contains(" is gone: ");
    }

    @Test
    void verifiesInTheDatabaseItself() throws IOException {
        Properties account = database.superuserAccount();
        Path password = Files.writeString(folder.resolve("password"), account.getProperty("password", "") + "\n");
        String[] there = {
            "log",
            "--database",
            database.url(),
            "--user",
            account.getProperty("user"),
            "--password-file",
            password.toString(),
            "--with-subjects",
            "--key",
            log.key(),
            "--checkpoint",
            kept.toString()
        };

        assertThat(run(there)).as(text(err)).isEqualTo(CommandLine.DONE);
        assertThat(text(out)).contains("Who entries are about was compared for 2 entries.");
        log.superuser()
                .sql("delete from transfer_log where shard = 1 and position = 0")
                .update();
        assertThat(run(there)).isEqualTo(CommandLine.REFUSED);
        assertThat(text(err)).startsWith("The entry at shard 1, position 0 (leaf 0) is gone: its leaf has hash ");
        err.reset();
        assertThat(run(
                        "log",
                        "--database",
                        "jdbc:postgresql://127.0.0.1:1/none",
                        "--user",
                        "nobody",
                        "--key",
                        log.key()))
                .isEqualTo(CommandLine.UNABLE);
        assertThat(text(err).strip())
                .isEqualTo(
                        "The database cannot be read: see whether the address, the account and its rights are right.");
    }

    @Test
    void endsWithTwoWhenItCannotBeTold() {
        assertThat(run("log", export.toString())).isEqualTo(CommandLine.UNABLE);
        assertThat(run("log", "--key", "k")).isEqualTo(CommandLine.UNABLE);
        assertThat(run("log", folder.resolve("absent").toString(), "--key", log.key()))
                .isEqualTo(CommandLine.UNABLE);
        assertThat(run("proof", "absent")).isEqualTo(CommandLine.UNABLE);
        assertThat(run("proof", kept.toString(), "--content", "payload")).isEqualTo(CommandLine.UNABLE);
        assertThat(run("report", kept.toString())).isEqualTo(CommandLine.UNABLE);
        assertThat(run("receipt", "a.b.c", "--keys", kept.toString())).isEqualTo(CommandLine.UNABLE);
        assertThat(run("log", export.toString(), "--kye", "k")).isEqualTo(CommandLine.UNABLE);
        assertThat(run("everything")).isEqualTo(CommandLine.UNABLE);
        assertThat(text(err).lines())
                .containsExactly(
                        "Say --key; help tells what it is.",
                        "Say which file, folder or address; help tells how.",
                        "There is no checkpoint, so there is no log to verify.",
                        "A file that was named cannot be read.",
                        "A content is given as --content <label>=<file>.",
                        "The proof of a report is one JSON object with the members of sluiswachter/report-proof/1 and no others.",
                        "The keys for a receipt are a JWK Set (RFC 7517).",
                        "There is an option that verify does not know; help lists them.",
                        "There is no such thing to verify; help lists them.");
    }

    @Test
    void takesALineFromPaperAndSaysWhenItWasTypedWrong() {
        String line = paper(log.head());
        log.decide(0, 3);
        log.publish();
        String today = log.export(false).toString();
        int digit = line.indexOf('-') - 1;
        String wrong = line.substring(0, digit) + (line.charAt(digit) == '0' ? '1' : '0') + line.substring(digit + 1);

        assertThat(run("consistency", today, "--key", log.key(), "--paper", line))
                .isEqualTo(CommandLine.DONE);
        assertThat(run("log", today, "--key", log.key(), "--paper", line)).isEqualTo(CommandLine.DONE);
        assertThat(text(out)).contains("It continues the checkpoint on paper of 2 leaves with root ");
        assertThat(run("log", today, "--key", log.key(), "--paper", wrong)).isEqualTo(CommandLine.UNABLE);
        assertThat(text(err))
                .isEqualTo("The check word of a checkpoint on paper does not fit, so something was typed wrong.\n");
    }

    @Test
    void tellsWhenAnAuthoritySawACheckpoint() throws Exception {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T06:00:00Z"), ZoneOffset.UTC);
        SomeAuthority authority = new SomeAuthority(clock);
        String tsa = authority.pem(folder).toString();
        TimeStamps stamps = new TimeStamps(Pem.certificates(Path.of(tsa)));
        byte[] request = stamps.request(Stamping.hash(log.head()));
        byte[] token = stamps.read(request, authority.answer(request).body()).token();
        String stamp = Files.write(folder.resolve("stamp"), token).toString();
        String head = export.resolve("checkpoint").toString();

        assertThat(run("timestamp", stamp, head, "--key", log.key(), "--tsa", tsa))
                .isEqualTo(CommandLine.DONE);
        assertThat(text(out)).contains("The time-stamp authority saw that checkpoint at 2026-11-22T06:00:00Z.");
        assertThat(run("timestamp", stamp, kept.toString(), "--key", log.key(), "--tsa", tsa))
                .isEqualTo(CommandLine.REFUSED);
        assertThat(text(err).strip()).isEqualTo("The time stamp is of something else.");
        assertThat(run("timestamp", stamp, head, "--key", log.key(), "--tsa", head))
                .isEqualTo(CommandLine.UNABLE);
    }

    /** What went long ago is proven to have been old by whoever saw it then. */
    @Test
    void aTimeStampAndAnExportThatWereKeptSayHowOldTheLogIs() throws Exception {
        Clock clock = Clock.fixed(Instant.parse("2021-03-02T06:00:00Z"), ZoneOffset.UTC);
        SomeAuthority authority = new SomeAuthority(clock, Duration.ofDays(36_500));
        String tsa = authority.pem(folder).toString();
        TimeStamps stamps = new TimeStamps(Pem.certificates(Path.of(tsa)));
        byte[] request = stamps.request(Stamping.hash(log.head()));
        byte[] token = stamps.read(request, authority.answer(request).body()).token();
        String stamp = Files.write(folder.resolve("stamp"), token).toString();
        String head = export.resolve("checkpoint").toString();
        destroyTheFirst();
        String today = log.export(true).toString();

        assertThat(run("log", today, "--key", log.key(), "--checkpoint", export.toString()))
                .as("an export that nobody cosigned says nothing of the time")
                .isEqualTo(CommandLine.UNPROVEN);
        assertThat(text(out)).contains("It continues the earlier checkpoint of 2 leaves");
        assertThat(run("log", today, "--key", log.key(), "--stamped", head + "=" + stamp, "--tsa", tsa))
                .as(text(err))
                .isEqualTo(CommandLine.DONE);
        err.reset();
        assertThat(run("log", today, "--key", log.key(), "--stamped", kept + "=" + stamp, "--tsa", tsa))
                .isEqualTo(CommandLine.UNABLE);
        assertThat(text(err).strip()).isEqualTo("The time stamp is of something else.");
    }

    /** As the database does when the term is over. */
    private void destroyTheFirst() {
        byte[] hash = log.superuser()
                .sql("select entry_hash from transfer_log where shard = 1")
                .query(byte[].class)
                .single();
        log.superuser()
                .sql("update transfer_log set destroyed_at = now(), entry = null, entry_id = null, seed = null,"
                        + " transfer_id = null, sender = null, receiver = null, exchange_type = null, outcome = null, case_key = null,"
                        + " transaction_id = null, trace_id = null"
                        + " where shard = 1; delete from transfer_log_subject where shard = 1")
                .update();
        DestroyedHash destroyed = new DestroyedHash();
        destroyed.add(new Leaf(1, 0, Hash.of(hash)));
        String told =
                """
                {"detail":{"before":"2021-04-01T00:00:00Z","entries":"1","hash":"%s","places":"0","rule":"X","shard":"1",\
                "term":"P5Y"},"entryId":"00000000-0000-0000-0000-000000000001","format":1,"kind":"DESTRUCTION",\
                "recordedAt":"2026-11-22T10:00:00Z"}"""
                        .formatted(destroyed.value().base64());
        log.superuser()
                .sql("insert into log_pending (entry_id, recorded_at, kind, entry, entry_hash, subjects)"
                        + " select '00000000-0000-0000-0000-000000000001', '2026-11-22T10:00:00Z', 'DESTRUCTION', e, sha256(e), '{}'"
                        + " from (select convert_to(?, 'UTF8') as e) as made")
                .param(told)
                .update();
        log.shards().place(0, Instant.parse("2026-11-22T10:00:00Z"));
        log.publish();
    }

    @Test
    void asksForAsManyWitnessesAsAreNamed() {
        String witness = SignerKey.of("w", Ed25519.COSIGNATURE, new byte[32])
                .verifierKey()
                .text();

        assertThat(run("log", export.toString(), "--key", log.key(), "--witness", witness))
                .isEqualTo(CommandLine.REFUSED);
        assertThat(run("log", export.toString(), "--key", log.key(), "--witness", witness, "--quorum", "2"))
                .isEqualTo(CommandLine.UNABLE);
        assertThat(run("log", export.toString(), "--key", log.key(), "--witness", witness, "--quorum", "none"))
                .isEqualTo(CommandLine.UNABLE);
        assertThat(run("consistency", export.toString(), "--key", log.key())).isEqualTo(CommandLine.UNABLE);
        assertThat(text(err).lines())
                .containsExactly(
                        "No checkpoint of the log was cosigned by enough witnesses.",
                        "There are fewer witnesses than cosignatures asked for.",
                        "A quorum is a number of witnesses, at least 1.",
                        "Say what was kept: a file with a checkpoint, or a line with --paper.");
    }

    @Test
    void helpsWhoTypesNothingMore() {
        assertThat(CommandLine.isMeant("verify")).isTrue();
        assertThat(CommandLine.isMeant("log", "export")).isTrue();
        assertThat(run()).isEqualTo(CommandLine.DONE);
        assertThat(text(out)).contains("verify <what>").contains("--checkpoint");
    }

    private static String paper(Checkpoint checkpoint) {
        return new PaperLine(checkpoint, Instant.parse("2026-11-22T06:00:00Z")).text();
    }

    private int run(String... typed) {
        String[] all = new String[typed.length + 1];
        all[0] = "verify";
        System.arraycopy(typed, 0, all, 1, typed.length);
        // No class for a context: verify starts none.
        return CommandLine.run(
                null,
                null,
                new Terminal(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)),
                all);
    }

    /** Without the lines that tell how far it is, which come when it takes longer than a second. */
    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8).replaceAll("(?m)^ +\\[[#.]+\\] .* left\\R", "");
    }
}
