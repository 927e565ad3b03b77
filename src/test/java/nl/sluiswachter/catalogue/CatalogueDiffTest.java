package nl.sluiswachter.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CatalogueDiffTest {

    @Test
    void tellsEveryMemberThatDiffers() {
        assertThat(new CatalogueDiff()
                        .lines(files("a: 1\nb: [x]\nc: 1", "x: 1"), files("a: 2\nb: [x, y]\nd: {e: 3}", "x: 1")))
                .containsExactly(
                        "~ one.yaml a: 1 -> 2",
                        "~ one.yaml b: [\"x\"] -> [\"x\",\"y\"]",
                        "- one.yaml c: 1",
                        "+ one.yaml d e: 3");
    }

    /** A reader of YAML takes five times as long, and this for a word. */
    @Test
    void readsAKeptVersionAsTheJsonThatItIs() {
        assertThat(new CatalogueDiff().lines(files("{\"a\": 1e3}", "x: 1"), files("a: [x]", "x: 1")))
                .containsExactly("~ one.yaml a: 1000.0 -> [\"x\"]");
    }

    /** Reading all of a catalogue takes long; a file that nobody could read shows that it was not read. */
    @Test
    void readsNoFileThatIsTheSame() {
        String unreadable = "{";

        assertThat(new CatalogueDiff().lines(files("a: 1", unreadable), files("a: 2", unreadable)))
                .containsExactly("~ one.yaml a: 1 -> 2");
    }

    private static CatalogueFiles files(String one, String other) {
        return new CatalogueFiles(new TreeMap<>(Map.of("one.yaml", one, "other.yaml", other)));
    }
}
