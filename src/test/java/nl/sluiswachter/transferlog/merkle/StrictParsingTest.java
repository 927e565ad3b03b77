package nl.sluiswachter.transferlog.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes in: the one declared exception, or a value that is written back as exactly the same bytes. */
class StrictParsingTest {
    private static final SomeTree TREE = SomeTree.of(300);
    private static final SignedCheckpoint SIGNED = SomeLog.signed(TREE);
    private static final List<byte[]> GOOD = List.of(
            SIGNED.bytes(),
            LogProof.of(TREE.reader().inclusion(7), SIGNED, new byte[] {1, 2, 3})
                    .bytes(),
            new AddCheckpoint(TREE.reader().consistency(77), SIGNED).bytes(),
            SIGNED.cosign(SomeLog.WITNESS).line().getBytes(UTF_8),
            SomeLog.LOG_KEY.text().getBytes(UTF_8),
            SomeLog.WITNESS_KEY.verifierKey().text().getBytes(UTF_8),
            "tile/1/x001/234.p/7".getBytes(UTF_8));

    private interface Parser {
        byte[] parsed(byte[] bytes) throws Malformed;
    }

    private static final List<Parser> PARSERS = List.of(
            bytes -> Note.parse(bytes).bytes(),
            bytes -> SignedCheckpoint.parse(bytes).bytes(),
            bytes -> LogProof.parse(bytes).bytes(),
            bytes -> AddCheckpoint.parse(bytes).bytes(),
            bytes -> lines(NoteSignature.parseLines(bytes)),
            bytes -> text(bytes, Checkpoint::parse, Checkpoint::text),
            bytes -> text(bytes, Hash::parse, Hash::base64),
            bytes -> text(bytes, VerifierKey::parse, VerifierKey::text),
            bytes -> text(bytes, SignerKey::parse, SignerKey::text),
            bytes -> text(bytes, TileAddress::parse, TileAddress::path),
            bytes -> text(bytes, BundleAddress::parse, BundleAddress::path));

    @Property(tries = 3_000)
    void acceptsOneSpellingOrSaysWhatIsWrong(@ForAll("mutated") byte[] bytes) {
        for (Parser parser : PARSERS) {
            check(parser, bytes);
        }
    }

    @Property(tries = 500)
    void acceptsNoOtherTextEither(@ForAll String text) {
        for (Parser parser : PARSERS) {
            check(parser, text.getBytes(UTF_8));
        }
    }

    private static void check(Parser parser, byte[] bytes) {
        try {
            assertThat(parser.parsed(bytes)).isEqualTo(bytes);
        } catch (Malformed e) {
            assertThat(e).hasMessage(e.what().sentence());
        }
    }

    /** Good input with a part cut out and something else put in. */
    @Provide
    Arbitrary<byte[]> mutated() {
        Arbitrary<String> inserted = Arbitraries.of(
                "", "\n", "\n\n", " ", "+", "—", "— ", "0", "-1", "=", "A", "\r", "\u0000", "\u00a0", "é", "old ",
                "/x000");
        return Combinators.combine(
                        Arbitraries.of(GOOD),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 9),
                        inserted)
                .as((good, place, cut, text) -> {
                    int from = (int) (place * good.length);
                    int to = Math.min(good.length, from + cut);
                    return StrictText.joined(
                            Arrays.copyOf(good, from), text.getBytes(UTF_8), Arrays.copyOfRange(good, to, good.length));
                });
    }

    private interface TextParser<T> {
        T parsed(String text) throws Malformed;
    }

    private static <T> byte[] text(byte[] bytes, TextParser<T> parser, Function<T, String> writer) throws Malformed {
        String text = new String(bytes, UTF_8);
        String written = writer.apply(parser.parsed(text));
        assertThat(written).isEqualTo(text);
        return bytes;
    }

    private static byte[] lines(List<NoteSignature> signatures) {
        return signatures.stream()
                .map(NoteSignature::line)
                .reduce("", String::concat)
                .getBytes(UTF_8);
    }
}
