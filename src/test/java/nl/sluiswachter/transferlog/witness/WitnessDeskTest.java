package nl.sluiswachter.transferlog.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.support.Threads;
import nl.sluiswachter.transferlog.merkle.AddCheckpoint;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.ConsistencyProof;
import nl.sluiswachter.transferlog.merkle.Ed25519;
import nl.sluiswachter.transferlog.merkle.Ed25519Signer;
import nl.sluiswachter.transferlog.merkle.Frontier;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.NoteSignature;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.merkle.SignerKey;
import nl.sluiswachter.transferlog.merkle.TreeHashing;
import nl.sluiswachter.transferlog.merkle.VerifierKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessDeskTest {

    private static final String ORIGIN = "sluiswachter/00000099000000000500/1";
    private static final SignerKey KEY = SignerKey.of(ORIGIN, Ed25519.NOTE, new byte[32]);

    @TempDir
    private Path folder;

    private SomeHouse house;
    private WitnessDesk desk;

    @BeforeEach
    void openTheDesk() {
        house = new SomeHouse(TestDatabase.create(), folder, "00000099000000000100", Clock.systemUTC());
        desk = house.deskFor(KEY.verifierKey().text());
    }

    @Test
    void cosignsWhatContinuesAndKeepsItBeforeItAnswers() throws Exception {
        DeskAnswer first = submit(0, 1, "a");
        DeskAnswer again = submit(1, 1, "a");

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        NoteSignature signature = NoteSignature.parseLines(first.body()).get(0);
        assertThat(signed("a", 1)
                        .with(List.of(signature))
                        .note()
                        .check(List.of(VerifierKey.parse(house.witnessKey()).verifier(Ed25519.types()))))
                .isInstanceOf(nl.sluiswachter.transferlog.merkle.NoteCheck.Verified.class);
        assertThat(house.jdbc
                        .sql("select size from log_witnessed where origin = '" + ORIGIN + "'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void namesTheSizeItKnowsToWhoNamesAnother() {
        submit(0, 1, "a");

        DeskAnswer answer = submit(0, 1, "a");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.type()).isEqualTo("text/x.tlog.size");
        assertThat(text(answer)).isEqualTo("1\n");
    }

    @Test
    void refusesAForkOfTheSameSizeAndALongerOne() {
        submit(0, 1, "a");

        assertThat(submit(1, 1, "b").status()).isEqualTo(409);
        assertThat(submit(1, 2, "b").status()).isEqualTo(422);
        assertThat(submit(1, 1, "a").status()).isEqualTo(200);
    }

    @Test
    void refusesARollback() {
        submit(0, 2, "a");

        assertThat(submit(0, 1, "a").status()).isEqualTo(409);
        assertThat(text(submit(1, 1, "a"))).isEqualTo("2\n");
    }

    @Test
    void remembersWhatItCosignedWhenItsDatabaseIsPutBack() throws Exception {
        submit(0, 1, "a");
        TestDatabase backup = house.database.copy();
        assertThat(submit(1, 2, "a").status()).isEqualTo(200);
        house = new SomeHouse(backup, folder, "00000099000000000100", Clock.systemUTC());
        desk = house.deskFor(KEY.verifierKey().text());

        assertThat(text(submit(1, 2, "a"))).isEqualTo("2\n");
        assertThat(submit(2, 2, "b").status()).isEqualTo(409);
        assertThat(submit(2, 2, "a").status()).isEqualTo(200);
        assertThat(house.jdbc
                        .sql("select size from log_witnessed where origin = '" + ORIGIN + "'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void cosignsNothingWhenItsFileIsDamaged() throws Exception {
        submit(0, 1, "a");
        Path file = Files.list(folder)
                .filter(path -> path.toString().contains("cosigned by"))
                .findFirst()
                .orElseThrow();
        Files.writeString(file, "nothing");

        assertThatThrownBy(() -> submit(1, 2, "a")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesALogAKeyAndABodyThatItDoesNotKnow() throws Exception {
        SignerKey unknown = SignerKey.of("sluiswachter/00000099000000000500/2", Ed25519.NOTE, new byte[32]);
        SignerKey otherKey = SignerKey.of(ORIGIN, Ed25519.NOTE, new byte[] {
            1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8
        });

        assertThat(desk.answer(body(0, 1, "a", unknown)).status()).isEqualTo(404);
        assertThat(desk.answer(body(0, 1, "a", otherKey)).status()).isEqualTo(403);
        assertThat(desk.answer(new byte[0]).status()).isEqualTo(400);
        assertThat(desk.answer(new byte[200_000]).status()).isEqualTo(400);
        assertThat(text(desk.answer("old 9\n\nx\n".getBytes(StandardCharsets.UTF_8))))
                .startsWith("A note has");
    }

    @Test
    void neverSignsTwoTreesOfOneSizeWhoeverAsksAtOnce() throws Exception {
        List<CompletableFuture<DeskAnswer>> answers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String tree = "tree " + i;
            WitnessDesk node = house.deskFor(KEY.verifierKey().text());
            byte[] body = body(0, 1, tree, KEY);
            answers.add(Threads.start(() -> node.answer(body)));
        }

        assertThat(answers.stream().map(CompletableFuture::join).map(DeskAnswer::status))
                .containsOnlyOnce(200)
                .allMatch(status -> status == 200 || status == 409);
    }

    private DeskAnswer submit(long oldSize, int size, String tree) {
        try {
            return desk.answer(body(oldSize, size, tree, KEY));
        } catch (Malformed e) {
            throw new AssertionError(e);
        }
    }

    /** From size 1 to 2 the proof is the second leaf. */
    private static byte[] body(long oldSize, int size, String tree, SignerKey key) throws Malformed {
        ConsistencyProof proof = ConsistencyProof.of(
                oldSize, size, oldSize == 1 && size == 2 ? List.of(TreeHashing.leaf(bytes(tree + 1))) : List.of());
        return new AddCheckpoint(proof, signed(tree, size, key)).bytes();
    }

    private static SignedCheckpoint signed(String tree, int size) throws Malformed {
        return signed(tree, size, KEY);
    }

    private static SignedCheckpoint signed(String tree, int size, SignerKey key) throws Malformed {
        Frontier frontier = Frontier.empty();
        for (int i = 0; i < size; i++) {
            frontier.append(TreeHashing.leaf(bytes(tree + i)));
        }
        Checkpoint checkpoint = Checkpoint.of(key.verifierKey().key().name(), size, frontier.root());
        return SignedCheckpoint.sign(checkpoint, List.of(new Ed25519Signer(key)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(DeskAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
