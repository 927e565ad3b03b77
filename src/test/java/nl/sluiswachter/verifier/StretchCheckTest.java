package nl.sluiswachter.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluiswachter.transferlog.entry.EntryHash;
import nl.sluiswachter.transferlog.entry.Leaf;
import nl.sluiswachter.transferlog.entry.PackedEntry;
import nl.sluiswachter.transferlog.merkle.BundleAddress;
import nl.sluiswachter.transferlog.merkle.EntryBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of an export that are one too many, or not where they belong. */
class StretchCheckTest {

    private static final byte[] ENTRY = "{}".getBytes(StandardCharsets.UTF_8);
    private static final String HASH = EntryHash.of(ENTRY).toString();

    @Test
    void saysNothingOfLinesThatAreAllThere() {
        assertThat(wrong(line(0, 1, 0) + line(1, 1, 1), leaf(1, 0), leaf(1, 1))).isEmpty();
    }

    @Test
    void readsAnEntryAsItIsStoredToo() {
        String packed = Base64.getEncoder().encodeToString(PackedEntry.pack(ENTRY));

        assertThat(wrong("{\"index\":0,\"shard\":1,\"position\":0,\"packed\":\"%s\"}".formatted(packed), leaf(1, 0)))
                .isEmpty();
    }

    @Test
    void namesAnEntryThatIsNoStoredOneByWhatItIs() {
        String spoiled = Base64.getEncoder().encodeToString("spoiled".getBytes(StandardCharsets.UTF_8));

        assertThat(wrong("{\"index\":0,\"shard\":1,\"position\":0,\"packed\":\"%s\"}".formatted(spoiled), leaf(1, 0)))
                .singleElement()
                .asString()
                .startsWith("The entry at shard 1, position 0 (leaf 0) was changed: its content has hash "
                        + EntryHash.of("spoiled".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void namesALineBehindTheLastLeaf() {
        assertThat(wrong(line(0, 1, 0) + line(1, 1, 1), leaf(1, 0)))
                .containsExactly(
                        "The entry at shard 1, position 1 with hash %s was added: no leaf is for it.".formatted(HASH));
    }

    @Test
    void namesALineBetweenTwoOthersAndGoesOn() {
        assertThat(wrong(line(0, 1, 0) + line(0, 3, 7) + line(1, 1, 1) + line(9, 1, 2), leaf(1, 0), leaf(1, 1)))
                .containsExactly(
                        "The entry at shard 3, position 7 with hash %s was added: no leaf is for it.".formatted(HASH),
                        "The entry at shard 1, position 2 with hash %s was added: no leaf is for it.".formatted(HASH));
    }

    @Test
    void namesAThousandLinesThatAreTooManyAndCountsTheRest() {
        List<String> wrong = wrong(line(0, 1, 0) + line(0, 3, 7).repeat(1_500), leaf(1, 0), leaf(1, 1));

        assertThat(wrong).hasSize(1_002);
        assertThat(wrong.get(1_000)).startsWith("The entry at shard 1, position 1 (leaf 1) is gone");
        assertThat(wrong.get(1_001))
                .isEqualTo("Between leaf 0 and leaf 1, 500 more entries were added: no leaf is for them.");
    }

    @Test
    void namesALeafWhoseLineIsMissing() {
        assertThat(wrong(line(1, 1, 1), leaf(1, 0), leaf(1, 1)))
                .containsExactly(
                        "The entry at shard 1, position 0 (leaf 0) is gone: its leaf has hash %s and nothing with that place is left."
                                .formatted(HASH));
    }

    @Test
    void namesALineWithThePlaceOfAnother() {
        assertThat(wrong(line(0, 2, 0), leaf(1, 0)))
                .containsExactly(
                        "The export has shard 2, position 0 where the tree has the entry at shard 1, position 0 (leaf 0) with hash %s."
                                .formatted(HASH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{\"index\":0,\"shard\":1,\"position\":0,\"entry\":\"e30=\",\"subjects\":[null]}",
                "{\"index\":0,\"shard\":1,\"position\":0,\"entry\":\"e30=\",\"subjects\":[{\"person\":\"p1\"}]}",
                "\u0000\u0000\u0000{\u0000\u0011\u0000\u0000"
            })
    void aLineThatIsNoEntryIsRefusedWithOneSentence(String line) {
        assertThatThrownBy(check(line, leaf(1, 0))::refuseStopped)
                .isInstanceOf(Unreadable.class)
                .hasMessage(
                        "Line 1 of entries/000000.jsonl is not an entry as docs/verifying-the-log.md describes it.");
    }

    @Test
    void namesAnEntryWhoseColumnsAreNone() {
        assertThat(wrong(line(0, 1, 0).replace("}\n", ",\"columns\":\"[]\"}"), leaf(1, 0)))
                .singleElement()
                .asString()
                .endsWith("cannot be read. Its columns are no row of the log.");
    }

    @Test
    void aSeedOfAnotherLengthOpensNothing() {
        String subjects =
                ",\"seed\":\"AA==\",\"subjects\":[{\"person\":\"p1\",\"key\":\"%s\"}]}".formatted(new UUID(1, 2));
        byte[] entry = "{\"commitments\":{\"subject/p1/0\":\"AAAA\"}}".getBytes(StandardCharsets.UTF_8);
        String line = line(0, 1, 0)
                .replace(
                        Base64.getEncoder().encodeToString(ENTRY),
                        Base64.getEncoder().encodeToString(entry))
                .replace("}\n", subjects);

        assertThat(wrong(line, new Leaf(1, 0, EntryHash.of(entry))))
                .singleElement()
                .asString()
                .contains("is filed under somebody it does not commit to");
    }

    @Test
    void tellsOfHowManyLinesLeaveOutWhatOthersHave() {
        String named = line(1, 1, 1).replace("}\n", ",\"subjects\":[]}");

        assertThat(check(line(0, 1, 0) + named, leaf(1, 0), leaf(1, 1))
                        .compared()
                        .open())
                .containsExactly(
                        "Of 2 entries the export leaves out by what they are found, so a change of that is not found.",
                        "Of 1 entries the export leaves out who they are about and of 1 it does not, so a change of that"
                                + " is not found.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1, 1, 0", "0, 1, -1"})
    void cannotReadALineWithoutAPlace(String place) {
        String[] parts = place.split(", ");
        String line = line(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]));

        assertThatThrownBy(check(line, leaf(1, 0))::refuseStopped).isInstanceOf(Unreadable.class);
    }

    private static Leaf leaf(int shard, long position) {
        return new Leaf(shard, position, EntryHash.of(ENTRY));
    }

    private static String line(long index, int shard, long position) {
        return "{\"index\":%d,\"shard\":%d,\"position\":%d,\"entry\":\"%s\"}\n"
                .formatted(index, shard, position, Base64.getEncoder().encodeToString(ENTRY));
    }

    private static List<String> wrong(String lines, Leaf... leaves) {
        return check(lines, leaves).notes().stream()
                .map(Stretch.Noted::wrong)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Stretch check(String lines, Leaf... leaves) {
        Map<String, byte[]> files = new HashMap<>();
        files.put(LogSource.name(0), lines.getBytes(StandardCharsets.UTF_8));
        files.put(
                new BundleAddress(0, leaves.length).path(),
                EntryBundle.encode(Stream.of(leaves).map(Leaf::bytes).toList()));
        LogSource source = path -> Optional.ofNullable(files.get(path)).map(ByteArrayInputStream::new);
        return new StretchCheck(source, List.of(), 0).run(new Leaves(source, leaves.length), Set.of(), true);
    }
}
