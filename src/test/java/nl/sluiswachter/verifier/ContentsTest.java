package nl.sluiswachter.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.transferlog.entry.EntryHash;
import nl.sluiswachter.transferlog.entry.Leaf;
import org.junit.jupiter.api.Test;

/** Lines of an export that are one too many, or not where they belong. */
class ContentsTest {

    private static final byte[] ENTRY = "{}".getBytes(StandardCharsets.UTF_8);
    private static final String HASH = EntryHash.of(ENTRY).toString();

    @Test
    void namesALineBehindTheLastOfAFile() throws Exception {
        try (Contents contents = of(line(0, 1, 0) + line(1, 1, 1), line(Contents.PER_FILE, 1, 1))) {
            contents.take(0, leaf(1, 0));
            contents.take(Contents.PER_FILE, leaf(1, 1));

            assertFound(contents, "The entry at shard 1, position 1 with hash %s was added: no leaf is for it.");
        }
    }

    @Test
    void namesALineBehindTheLastLeaf() throws Exception {
        try (Contents contents = of(line(0, 1, 0) + line(1, 1, 1), "")) {
            contents.take(0, leaf(1, 0));
            contents.end();

            assertFound(contents, "The entry at shard 1, position 1 with hash %s was added: no leaf is for it.");
        }
    }

    @Test
    void namesALineBetweenTwoOthers() throws Exception {
        try (Contents contents = of(line(0, 1, 0) + line(0, 3, 7) + line(1, 1, 1), "")) {
            contents.take(0, leaf(1, 0));
            contents.take(1, leaf(1, 1));

            assertFound(contents, "The entry at shard 3, position 7 with hash %s was added: no leaf is for it.");
        }
    }

    @Test
    void namesALeafWhoseLineIsMissing() throws Exception {
        try (Contents contents = of(line(1, 1, 0), "")) {
            contents.take(0, leaf(1, 0));

            assertFound(
                    contents,
                    "The entry at shard 1, position 0 (leaf 0) is gone: its leaf has hash %s and nothing with"
                            + " that place is left.");
        }
    }

    @Test
    void namesALineWithThePlaceOfAnother() throws Exception {
        try (Contents contents = of(line(0, 2, 0), "")) {
            contents.take(0, leaf(1, 0));

            assertFound(
                    contents,
                    "The export has shard 2, position 0 where the tree has the entry at shard 1, position 0"
                            + " (leaf 0) with hash %s.");
        }
    }

    @Test
    void refusesALineWithoutAPlace() throws Exception {
        for (String line : new String[] {line(-1, 1, 0), line(0, 1, -1)}) {
            try (Contents contents = of(line, "")) {
                assertThatThrownBy(() -> contents.take(0, leaf(1, 0))).isInstanceOf(Unreadable.class);
            }
        }
    }

    private static Leaf leaf(int shard, long position) {
        return new Leaf(shard, position, EntryHash.of(ENTRY));
    }

    private static String line(long index, int shard, long position) {
        return "{\"index\":%d,\"shard\":%d,\"position\":%d,\"entry\":\"%s\"}\n"
                .formatted(index, shard, position, Base64.getEncoder().encodeToString(ENTRY));
    }

    private static Contents of(String first, String second) throws Exception {
        Map<String, String> files = Map.of(Contents.name(0), first, Contents.name(Contents.PER_FILE), second);
        return new Contents(
                path -> Optional.ofNullable(files.get(path))
                        .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                List.of(),
                new Outside(List.of()));
    }

    private static void assertFound(Contents contents, String sentence) {
        assertThat(contents.findings().sentences()).containsExactly(sentence.formatted(HASH));
    }
}
