package nl.sluiswachter.verifier.recount;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.entry.EntryHash;
import nl.sluiswachter.transferlog.entry.PackedEntry;
import nl.sluiswachter.transferlog.merkle.TreeHashing;
import nl.sluiswachter.verifier.SomeTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecountTest {

    private static final String HASH = "[0-9a-f]{64}";

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final List<String> said = new ArrayList<>();
    private SomeTree log;
    private Path kept;

    @BeforeEach
    void threeHundredEntriesOfTwoInstances() throws IOException {
        log = new SomeTree(database, folder);
        log.decide(0, 0);
        log.decide(0, 1);
        log.decide(1, 2);
        kept = Files.write(folder.resolve("kept"), log.publish());
        log.shards().write(0, 297);
        log.publish();
    }

    @Test
    void findsNothingInALogThatNobodyTouched() {
        assertThat(count(kept)).isZero();
        assertThat(said)
                .containsExactly(
                        "300 leaves were counted, 0 of them of entries that were destroyed, and compared with 2"
                                + " checkpoints: 0 faults.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    update transfer_log set entry = set_byte(entry, 0, 88) where shard = 1 and position = 270 \
                    | The entry at shard 1, position 270 (leaf 271) was changed: its content has hash # and its leaf has #.
                    delete from transfer_log where shard = 1 and position = 1 \
                    | The entry at shard 1, position 1 (leaf 1) is gone: its leaf has hash #.
                    delete from transfer_log where shard = 1 and position = 298 \
                    | The entry at shard 1, position 298 (leaf 299) is gone: its leaf has hash #.
                    update transfer_log l set entry = o.entry, entry_hash = o.entry_hash from transfer_log o \
                     where l.shard = 1 and o.shard = 1 and l.position < 2 and o.position = 1 - l.position \
                    | The entry at shard 1, position 0 (leaf 0) was changed: its content has hash # and its leaf has #.
                    insert into transfer_log (shard, position, entry_id, recorded_at, kind, entry, entry_hash) \
                     values (1, 999, gen_random_uuid(), now(), 'DECISION', '{}', sha256('{}')) \
                    | The entry at shard 1, position 999 with hash # was added: no leaf is for it.
                    """)
    void namesWhatWasDoneToAnEntry(String tampering, String sentence) {
        log.superuser().sql(tampering).update();

        assertThat(count(kept)).isEqualTo(1);
        assertThat(said.get(0)).matches("\\Q" + sentence.replace("#", "\\E" + HASH + "\\Q") + "\\E");
    }

    /** Their leaves follow each other, and so do those of the entries: only the root that was signed tells. */
    @Test
    void findsAnEntryThatWasChangedTogetherWithItsLeaf() throws IOException {
        Path export = log.export(false);
        Path bundle = export.resolve("tile/entries/000");
        String before = Files.readString(bundle, ISO_8859_1);
        Path lines = export.resolve("entries/000000.jsonl");
        List<String> text = new ArrayList<>(Files.readAllLines(lines));
        byte[] invented = "{\"invented\":true}".getBytes(UTF_8);
        String packed = Base64.getEncoder().encodeToString(PackedEntry.pack(invented));
        text.set(0, text.get(0).replaceFirst("\"packed\":\"[^\"]*\"", "\"packed\":\"" + packed + "\""));
        Files.write(lines, text);
        String leaf = before.substring(2, before.indexOf("sluiswachter", 3) - 2);
        String hash = EntryHash.of(invented).base64();
        Files.writeString(
                bundle, before.replace(leaf, leaf.substring(0, leaf.lastIndexOf(' ') + 1) + hash), ISO_8859_1);

        assertThat(count(export, kept)).isEqualTo(1);
        assertThat(said.get(0))
                .matches("The first 3 leaves have root " + HASH + " and had " + HASH + " when they were signed\\.");
        assertThat(said.get(1)).startsWith("The first 300 leaves have root ");
    }

    @Test
    void onlyWhatWasKeptFindsALogThatIsShorterThanItWas() throws IOException {
        TestDatabase backup = database.copy();
        log.decide(1, 7);
        Path later = Files.write(folder.resolve("later"), log.publish());
        SomeTree restored = new SomeTree(backup, folder);

        assertThat(count(restored.export(false), kept)).isZero();
        assertThat(count(restored.export(false), later)).isEqualTo(1);
        assertThat(said).contains("The log has 300 leaves and had 301 when the earlier checkpoint was signed.");
    }

    @Test
    void saysHowManyAreGoneAndLeavesToTheVerifierWhetherTheyMayBe() throws IOException {
        Path export = log.export(false);
        Path lines = export.resolve("entries/000000.jsonl");
        Files.writeString(
                lines,
                Files.readString(lines)
                        .replaceFirst(
                                ",\"packed\":.*", ",\"recordedAt\":\"2011-03-02T10:00:00Z\",\"kind\":\"DECISION\"}"));

        assertThat(count(export, kept)).isEqualTo(3);
        assertThat(said.get(0)).isEqualTo("Of the entries of leaf 0 to 0 only the leaves are left.");
        assertThat(said.get(1)).startsWith("300 leaves were counted, 1 of them of entries that were destroyed");
    }

    /** Of the line of leaf 299, and an entry that somebody invented. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    1 | (.*)   | $1NEXT{"index":9223372036854775807,"shard":1,"position":999,"packed":"INVENTED"}
                    1 | (.*)   | $1NEXT{"index":299,"shard":1,"position":999,"packed":"INVENTED"}
                    2 | (.*)   | $1{"index":300,"shard":1,"position":999,"packed":"INVENTED"}
                    2 | "packed" | "packed":"INVENTED","packed"
                    2 | (.*)}$ | $1,"packed":"INVENTED"}
                    2 | "packed":"[^"]*" | "entry":"INVENTED"
                    2 | (.*)}$ | $1
                    """)
    void overlooksNothingThatALineHolds(int code, String what, String by) throws IOException {
        Path export = log.export(false);
        Path file = export.resolve("entries/000000.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        String invented = Base64.getEncoder().encodeToString(PackedEntry.pack("{}".getBytes(UTF_8)));
        lines.set(
                299,
                lines.get(299)
                        .replaceFirst(what, by.replace("INVENTED", invented))
                        .replace("NEXT", "\n"));
        Files.write(file, lines);

        assertThat(count(export, kept)).isEqualTo(code);
    }

    @Test
    void overlooksNoFileAndNoLeafBesideThoseThatAreDue() throws IOException {
        Path export = log.export(false);
        Path beyond = Files.copy(export.resolve("entries/000000.jsonl"), export.resolve("entries/000007.jsonl"));
        assertThat(count(export, kept)).isEqualTo(1);
        assertThat(said)
                .hasSize(301)
                .anyMatch(sentence ->
                        sentence.matches(".*position 298 with hash " + HASH + " was added: no leaf is for it\\."));

        Files.delete(beyond);
        assertThat(count(export, kept)).isZero();
        Path bundle = export.resolve("tile/entries/000");
        byte[] leaves = Files.readAllBytes(bundle);
        Files.write(bundle, Arrays.copyOf(leaves, leaves.length + 2));
        assertThat(count(export, kept)).isEqualTo(2);
        Files.delete(bundle);
        assertThat(count(export, kept)).isEqualTo(1);
    }

    @Test
    void saysNothingThatAnExportHasItSayAndNoEndOfIt() throws IOException {
        Path export = log.export(false);
        Path bundle = export.resolve("tile/entries/000");
        Files.writeString(bundle, Files.readString(bundle, ISO_8859_1).replaceFirst(" 1 0 ", " \u001b 0 "), ISO_8859_1);
        assertThat(count(export, kept)).isEqualTo(1);
        assertThat(said).allMatch(sentence -> sentence.chars().noneMatch(Character::isISOControl));
        String leaf = Files.readString(bundle, ISO_8859_1);
        leaf = leaf.substring(2, 2 + leaf.charAt(1));
        assertThat(said)
                .contains("Leaf 0 is not one: what stands there has leaf hash %s."
                        .formatted(TreeHashing.leaf(leaf.getBytes(ISO_8859_1))));

        log.superuser().sql("delete from transfer_log where position < 260").update();
        assertThat(count(kept)).isEqualTo(1);
        assertThat(said).anyMatch(sentence -> sentence.endsWith("261 faults."));
    }

    @Test
    void aCheckpointOfTheSameSizeHasTheSameRoot() throws IOException {
        SomeTree fork = new SomeTree(TestDatabase.create(), Files.createDirectory(folder.resolve("fork")));
        fork.decide(0, 5);
        fork.decide(0, 6);
        fork.decide(0, 7);
        Path other = Files.write(folder.resolve("other"), fork.publish());

        assertThat(count(other)).isEqualTo(1);
        assertThat(said.get(0)).startsWith("The first 3 leaves have root ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkpoint", "tile/entries/000", "entries/000000.jsonl"})
    void tellsNothingOfWhatItCannotRead(String file) throws IOException {
        Path export = log.export(false);
        Files.writeString(export.resolve(file), "{\"index\":nonsense\n");

        assertThat(count(export, kept)).isEqualTo(2);
    }

    @Test
    void believesNoOtherKey() {
        SomeTree other = new SomeTree(TestDatabase.create(), folder, "00000099000000000101");

        assertThat(Recount.count(log.export(false), other.key(), List.of(), said::add))
                .isEqualTo(2);
        assertThat(said.get(0)).endsWith("checkpoint is not a checkpoint that this key signed.");
        String stolen = log.key().substring(0, log.key().lastIndexOf('+'))
                + other.key().substring(other.key().lastIndexOf('+'));
        assertThat(Recount.count(log.export(false), stolen, List.of(), said::add))
                .isEqualTo(2);
        assertThat(said.get(1)).endsWith("checkpoint is not a checkpoint that this key signed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "", "a+b", "a+b+c+d", "a+b+AQ==", "sluiswachter/1/1+00000000+*"})
    void saysThatAKeyIsNone(String key) {
        assertThat(Recount.count(log.export(false), key, List.of(), said::add)).isEqualTo(2);
        assertThat(said).containsExactly("The verifier key is not <name>+<id>+<base64> of an Ed25519 key.");
    }

    @Test
    void saysWhatIsNotThereOrNotWhatItShouldBe() throws IOException {
        Path absent = folder.resolve("nonexist");
        assertThat(count(absent, kept)).isEqualTo(2);
        Path export = log.export(false);
        assertThat(count(export, absent)).isEqualTo(2);
        Path lines = export.resolve("entries/000000.jsonl");
        String whole = Files.readString(lines);
        for (String broken :
                List.of(whole.substring(0, whole.length() - 20), whole.replace("{\"index\":299", "{ \"index\":299"))) {
            Files.writeString(lines, broken);
            assertThat(count(export, kept)).isEqualTo(2);
        }
        Files.write(lines, new byte[] {'{', (byte) 0xff, '\n'});
        assertThat(count(export, kept)).isEqualTo(2);
        Files.writeString(lines, whole.replaceFirst("\"packed\":\"[^\"]*\"", "\"packed\":\"A=A\""));
        assertThat(count(export, kept)).isEqualTo(1);
        Path bundle = Files.write(export.resolve("tile/entries/000"), new byte[] {0, 9, 1});
        assertThat(count(export, kept)).isEqualTo(2);
        Path head = Files.write(export.resolve("checkpoint"), new byte[] {(byte) 0xff});
        assertThat(count(export, kept)).isEqualTo(2);

        assertThat(said)
                .filteredOn(sentence -> !sentence.matches(".*changed.*|.*were counted.*"))
                .containsExactly(
                        absent.resolve("checkpoint") + " is not there.",
                        absent + " is not there.",
                        "Line 300 of " + lines + " is not one of an export.",
                        "Line 300 of " + lines + " is not one of an export.",
                        "Line 1 of " + lines + " is not one of an export.",
                        bundle + " does not hold 256 leaves.",
                        head + " is not a checkpoint that this key signed.");
    }

    private int count(Path earlier) {
        return count(log.export(false), earlier);
    }

    private int count(Path export, Path earlier) {
        return Recount.count(export, log.key(), List.of(earlier), said::add);
    }
}
