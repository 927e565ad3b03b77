package nl.sluiswachter.transferlog.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every kind of malformed input, provoked through the parser an outsider reaches. */
class MalformationTest {
    private static final String HASH = SomeTree.leaves(0, 1).get(0).base64() + "\n";
    private static final SignedCheckpoint SIGNED = SomeLog.signed(SomeTree.of(5));
    private static final String CHECKPOINT = new String(SIGNED.bytes(), UTF_8);
    private static final String PROOF = "c2sp.org/tlog-proof@v1\n";
    private static final String KEY = SomeLog.LOG_KEY.verifierKey().text();

    private final Map<Malformation, ThrowingCallable> wrong = new EnumMap<>(Malformation.class);

    @TestFactory
    List<DynamicTest> saysEachInOneSentence() {
        hashesAndTiles();
        keys();
        notes();
        checkpoints();
        logProofs();
        witnessMessages();
        return List.of(Malformation.values()).stream()
                .map(kind -> DynamicTest.dynamicTest(kind.name(), () -> assertThatThrownBy(wrong.get(kind))
                        .isInstanceOf(Malformed.class)
                        .hasFieldOrPropertyWithValue("what", kind)
                        .hasMessage(kind.sentence())))
                .toList();
    }

    @Test
    void eachSentenceIsOneAndItsOwn() {
        assertThat(List.of(Malformation.values()))
                .extracting(Malformation::sentence)
                .doesNotHaveDuplicates()
                .allMatch(sentence -> sentence.matches("[A-Z].*[^.]\\."));
    }

    @Test
    void acceptsWhatIsJustWithinTheLimits() throws Malformed {
        String text = "x".repeat(Limits.NOTE_BYTES - CHECKPOINT.length() * 2) + "\n";
        Note note = Note.sign(text, List.of(SomeLog.SIGNER));
        List<NoteSignature> most = IntStream.range(1, Limits.SIGNATURES)
                .mapToObj(i -> NoteSignature.of(new NoteKey("n", i), new byte[1]))
                .toList();

        assertThat(note.with(most.subList(0, 1)).signatures()).hasSize(2);
        assertThat(SIGNED.with(most).note().signatures()).hasSize(Limits.SIGNATURES);
        assertThat(InclusionProof.of(0, 9, Collections.nCopies(63, TreeHashing.EMPTY))
                        .hashes())
                .hasSize(63);
    }

    private void hashesAndTiles() {
        List<Hash> tooMany = Collections.nCopies(Limits.PROOF_HASHES + 1, TreeHashing.EMPTY);
        wrong.put(Malformation.HASH_LENGTH, () -> Hash.parse("AAAA"));
        wrong.put(Malformation.PROOF_TOO_LONG, () -> ConsistencyProof.of(1, 2, tooMany));
        wrong.put(Malformation.PROOF_INDEX_OUTSIDE_TREE, () -> InclusionProof.of(2, 2, List.of()));
        wrong.put(Malformation.PROOF_SIZES_REVERSED, () -> ConsistencyProof.of(2, 1, List.of()));
        wrong.put(Malformation.TILE_PATH, () -> TileAddress.parse("tile/0/1"));
        wrong.put(Malformation.TILE_OUTSIDE_ANY_TREE, () -> TileAddress.parse("tile/7/001"));
        wrong.put(Malformation.TILE_LENGTH, () -> Tile.of(new TileAddress(0, 0, 2), new byte[63]));
        wrong.put(Malformation.BUNDLE_PATH, () -> BundleAddress.parse("tile/entries/1"));
        wrong.put(Malformation.BUNDLE_CUT_OFF, () -> EntryBundle.decode(new byte[] {0, 2, 1}, 1));
        wrong.put(Malformation.BUNDLE_WIDTH, () -> EntryBundle.decode(new byte[] {0, 0, 0, 0}, 1));
    }

    private void keys() {
        wrong.put(Malformation.KEY_FORM, () -> VerifierKey.parse("a+b"));
        wrong.put(Malformation.SIGNER_KEY_FORM, () -> SignerKey.parse(KEY));
        wrong.put(Malformation.KEY_NAME, () -> VerifierKey.parse("a b+00000000+AAAA"));
        wrong.put(Malformation.KEY_ID, () -> VerifierKey.parse("a" + KEY));
        wrong.put(Malformation.KEY_TYPE, () -> VerifierKey.of("a", (byte) 6, new byte[32])
                .verifier(Ed25519.types()));
        wrong.put(Malformation.KEY_BYTES, () -> VerifierKey.of("a", (byte) 1, new byte[31])
                .verifier(Ed25519.types()));
    }

    private void notes() {
        wrong.put(Malformation.NOTE_TOO_LARGE, () -> Note.parse(new byte[Limits.NOTE_BYTES + 1]));
        wrong.put(Malformation.NOTE_ENCODING, () -> Note.parse(new byte[] {(byte) 0xC0, '\n'}));
        wrong.put(Malformation.NOTE_CONTROL_CHARACTER, () -> note("a\r\n\n— n AAAAAAA=\n"));
        wrong.put(Malformation.NOTE_UNSIGNED, () -> note("a\n\n"));
        wrong.put(Malformation.NOTE_UNFINISHED, () -> note("a\n\n— n AAAAAAA="));
        wrong.put(Malformation.NOTE_TOO_MANY_SIGNATURES, () -> note("a\n\n" + lines(Limits.SIGNATURES + 1)));
        wrong.put(Malformation.NOTE_DUPLICATE_SIGNATURE, () -> note("a\n\n— n AAAAAAA=\n— n AAAAAAE=\n"));
        wrong.put(Malformation.SIGNATURE_LINE, () -> note("a\n\n- n AAAAAAA=\n"));
        wrong.put(Malformation.SIGNATURE_LENGTH, () -> note("a\n\n— n AAAAAA==\n"));
    }

    private void checkpoints() {
        wrong.put(Malformation.CHECKPOINT_LINES, () -> Checkpoint.parse("o\n1\n" + HASH.strip()));
        wrong.put(Malformation.CHECKPOINT_EMPTY_LINE, () -> Checkpoint.parse("o\n1\n" + HASH + "\n"));
        wrong.put(Malformation.CHECKPOINT_SIZE, () -> Checkpoint.parse("o\n01\n" + HASH));
        wrong.put(Malformation.CHECKPOINT_ROOT, () -> Checkpoint.parse("o\n1\nAAAA\n"));
        wrong.put(Malformation.CHECKPOINT_EMPTY_TREE, () -> Checkpoint.parse("o\n0\n" + HASH));
    }

    private void logProofs() {
        wrong.put(Malformation.LOG_PROOF_TOO_LARGE, () -> LogProof.parse(new byte[Limits.LOG_PROOF_BYTES + 1]));
        wrong.put(Malformation.LOG_PROOF_ENCODING, () -> LogProof.parse(new byte[] {(byte) 0xFF}));
        wrong.put(Malformation.LOG_PROOF_VERSION, () -> proof("c2sp.org/tlog-proof@v2\nindex 0\n\n"));
        wrong.put(Malformation.LOG_PROOF_EXTRA, () -> proof(PROOF + "extra AA=\nindex 0\n\n"));
        wrong.put(Malformation.LOG_PROOF_INDEX, () -> proof(PROOF + "index 00\n\n"));
        wrong.put(Malformation.LOG_PROOF_NO_CHECKPOINT, () -> LogProof.parse((PROOF + "index 0\n").getBytes(UTF_8)));
    }

    private void witnessMessages() {
        wrong.put(
                Malformation.ADD_CHECKPOINT_TOO_LARGE,
                () -> AddCheckpoint.parse(new byte[Limits.ADD_CHECKPOINT_BYTES + 1]));
        wrong.put(Malformation.ADD_CHECKPOINT_ENCODING, () -> AddCheckpoint.parse(new byte[] {(byte) 0x80}));
        wrong.put(
                Malformation.ADD_CHECKPOINT_OLD_SIZE,
                () -> AddCheckpoint.parse(("old x\n\n" + CHECKPOINT).getBytes(UTF_8)));
        wrong.put(Malformation.ADD_CHECKPOINT_NO_CHECKPOINT, () -> AddCheckpoint.parse("old 1\n".getBytes(UTF_8)));
        wrong.put(Malformation.PAPER_FORM, () -> PaperLine.parse("a 1 00 2026-11-22T06:00:00Z AAAAA"));
        wrong.put(
                Malformation.PAPER_CHECK_WORD,
                () -> PaperLine.parse("a 1 " + "0".repeat(64) + " 2026-11-22T06:00:00Z 00000"));
        wrong.put(Malformation.COSIGNATURES_FORM, () -> NoteSignature.parseLines("409\n".getBytes(UTF_8)));
    }

    private static String lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> NoteSignature.of(new NoteKey("n", i), new byte[1]).line())
                .collect(Collectors.joining());
    }

    private static void note(String text) throws Malformed {
        Note.parse(text.getBytes(UTF_8));
    }

    private static void proof(String head) throws Malformed {
        LogProof.parse((head + CHECKPOINT).getBytes(UTF_8));
    }
}
