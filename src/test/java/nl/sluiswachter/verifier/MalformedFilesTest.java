package nl.sluiswachter.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.merkle.Ed25519;
import nl.sluiswachter.transferlog.merkle.Malformation;
import nl.sluiswachter.transferlog.merkle.SignerKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not what they should be, each refused with the one sentence that says why. */
class MalformedFilesTest {

    private static final String MEMBERS =
            "A proof file is one JSON object with the members of sluiswachter/proof/1 and no others.";
    private static final String KEY = "sluiswachter/00000099000000000100/1";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource
    void refusesAProofFileWithOneSentence(Consumer<ObjectNode> change, String sentence) {
        ObjectNode file = file();
        change.accept(file);

        assertThat(verdict(file.toString())).isEqualTo(new Verdict.Unreadable(sentence));
    }

    static Stream<Arguments> refusesAProofFileWithOneSentence() {
        return Stream.of(
                change(file -> file.put("format", "2"), "The format of a proof file is sluiswachter/proof/1."),
                change(file -> file.put("more", 1), MEMBERS),
                change(file -> file.put("entry", "*"), MEMBERS),
                change(file -> file.put("transferId", "nobody"), MEMBERS),
                change(file -> file.remove("shard"), "A proof file has a transfer, a place, salts, a proof and a key."),
                change(file -> file.remove("salts"), "A proof file has a transfer, a place, salts, a proof and a key."),
                change(file -> file.remove("entry"), "A proof file has an entry, or in its place a hash of 32 bytes."),
                change(
                        file -> file.put("entryHash", "AAAA"),
                        "A proof file has an entry, or in its place a hash of 32 bytes."),
                change(file -> file.put("receipt", "a.b.c"), "A proof file has a receipt with its key, or neither."),
                change(
                        file -> file.<ObjectNode>without("entry").put("entryHash", "A".repeat(43) + "="),
                        "A proof file without the entry has a receipt."),
                change(file -> file.put("verifierKey", "key"), Malformation.KEY_FORM.sentence()),
                change(file -> file.put("proof", "nothing"), Malformation.LOG_PROOF_VERSION.sentence()),
                change(
                        file -> file.put("proof", "c2sp.org/tlog-proof@v1\nindex 0\n"),
                        Malformation.LOG_PROOF_NO_CHECKPOINT.sentence()));
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThat(verdict("")).isEqualTo(new Verdict.Unreadable(MEMBERS));
        assertThat(verdict("null"))
                .isEqualTo(new Verdict.Unreadable("The format of a proof file is sluiswachter/proof/1."));
        assertThat(verdict(file() + "{}")).isEqualTo(new Verdict.Unreadable(MEMBERS));
        assertThat(verdict("{" + " ".repeat(ProofFile.LIMIT) + "}"))
                .isEqualTo(new Verdict.Unreadable("A proof file has at most 4 MiB."));
    }

    @Test
    void refusesAReceiptThatIsNone() {
        byte[] none = "{\"keys\":[]}".getBytes(StandardCharsets.UTF_8);

        assertThat(Verifier.receipt("a.b", none))
                .isEqualTo(new Verdict.Unreadable("A receipt is three parts of base64url with points between them."));
        assertThat(Verifier.receipt("*.*.*", none))
                .isEqualTo(new Verdict.Unreadable(
                        "The parts of a receipt are not JSON, JSON and a signature in base64url."));
        assertThat(Verifier.receipt("e30.e30.AA", "[]".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Verdict.Unreadable("The keys for a receipt are a JWK Set (RFC 7517)."));
        assertThat(Verifier.receipt("e30.e30.AA", "{\"keys\":[{\"kty\":\"oct\"}]}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Verdict.Unreadable("The key of the receipt is not a JWK of kind EC P-256 or RSA."));
        assertThat(Verifier.receipt("e30.e30.AA", none))
                .isEqualTo(new Verdict.Broken("The receipt names a key that is not among those given."));
    }

    @Test
    void refusesACheckpointThatIsNone() throws IOException {
        SomeTree log = new SomeTree(TestDatabase.create(), folder);
        log.decide(0, 1);
        byte[] kept = log.publish();
        Path export = log.export(false);
        Verdict noOther = log.verify(
                export,
                Optional.of(new String(kept, StandardCharsets.UTF_8)
                        .replace("00100", "00200")
                        .getBytes(StandardCharsets.UTF_8)));
        Verdict notANote = log.verify(export, Optional.of("nothing\n".getBytes(StandardCharsets.UTF_8)));
        Files.writeString(export.resolve("checkpoint"), "nothing");

        assertThat(noOther)
                .isEqualTo(new Verdict.Broken(
                        "The earlier checkpoint is not to be believed: The checkpoint is of another log."));
        assertThat(notANote)
                .isEqualTo(new Verdict.Unreadable(
                        "The earlier checkpoint cannot be read: " + Malformation.NOTE_UNSIGNED.sentence()));
        assertThat(log.verify(export, Optional.empty()))
                .isEqualTo(new Verdict.Unreadable(
                        "The checkpoint of the log cannot be read: " + Malformation.NOTE_UNFINISHED.sentence()));
        Files.delete(export.resolve("checkpoint"));
        assertThat(log.verify(export, Optional.empty()))
                .isEqualTo(new Verdict.Unreadable("There is no checkpoint, so there is no log to verify."));
    }

    @Test
    void believesNoCheckpointOfAnotherKey() {
        SomeTree log = new SomeTree(TestDatabase.create(), folder);
        log.decide(0, 1);
        log.publish();
        String other = SignerKey.of(
                        KEY,
                        Ed25519.NOTE,
                        "another key of thirty-two bytes..".substring(1).getBytes(StandardCharsets.UTF_8))
                .verifierKey()
                .text();

        assertThat(Verifier.log(new Folder(log.export(false)), Believed.key(other), List.of(), leaves -> done -> {}))
                .isEqualTo(new Verdict.Broken("The checkpoint of the log is not to be believed: The checkpoint has no"
                        + " signature by a known key of the log."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkpoint", "tile/entries"})
    void endsWithoutAVerdictWhereMemoryDoesNotDo(String where) throws IOException {
        SomeTree log = new SomeTree(TestDatabase.create(), folder);
        log.decide(0, 1);
        log.publish();
        Folder export = new Folder(log.export(false));
        LogSource large = path -> {
            if (path.startsWith(where)) {
                throw new OutOfMemoryError();
            }
            return export.open(path);
        };

        assertThat(Verifier.log(large, Believed.key(log.key()), List.of(), leaves -> done -> {}))
                .isEqualTo(new Verdict.Unreadable("The log cannot be read: OutOfMemoryError."));
    }

    @Test
    void refusesALineThatIsNoEntry() throws IOException {
        SomeTree log = new SomeTree(TestDatabase.create(), folder);
        log.decide(0, 1);
        log.decide(0, 2);
        log.publish();
        Path export = log.export(false);
        Path lines = export.resolve("entries/000000.jsonl");
        String whole = Files.readString(lines);
        String[] broken = {"{\"index\":0}", whole + "\nnull", whole.substring(0, whole.length() - 20)};
        for (int line = 1; line <= broken.length; line++) {
            Files.writeString(lines, broken[line - 1]);

            assertThat(log.verify(export, Optional.empty()))
                    .isEqualTo(new Verdict.Unreadable(
                            "Line %d of entries/000000.jsonl is not an entry as docs/verifying-the-log.md describes it."
                                    .formatted(line == 2 ? 3 : line == 3 ? 2 : 1)));
        }
    }

    private static Arguments change(Consumer<ObjectNode> change, String sentence) {
        return Arguments.of(change, sentence);
    }

    private static Verdict verdict(String file) {
        return Verifier.proof(file.getBytes(StandardCharsets.UTF_8), Optional.empty(), Map.of());
    }

    private static ObjectNode file() {
        return JsonMapper.builder()
                .build()
                .createObjectNode()
                .put("format", "sluiswachter/proof/1")
                .put("transferId", "0199f3c2-7a10-7c3e-9f00-5b1d2c3e4f50")
                .put("shard", 1)
                .put("position", 0)
                .put("entry", "e30=")
                .put("proof", "")
                .put(
                        "verifierKey",
                        SignerKey.of(KEY, Ed25519.NOTE, new byte[32])
                                .verifierKey()
                                .text())
                .set("salts", JsonMapper.builder().build().createObjectNode());
    }
}
