package nl.sluiswachter.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import nl.sluiswachter.transferlog.entry.DestroyedHash;
import nl.sluiswachter.transferlog.entry.Leaf;
import nl.sluiswachter.transferlog.merkle.Hash;
import org.junit.jupiter.api.Test;

/** What is made of an entry that tells of a destruction, beside entries that lie. */
class DestroyedTest {

    private static final Hash SOME = Hash.of(new byte[Hash.LENGTH]);
    private static final Leaf OLD = new Leaf(1, 1, SOME);
    private static final Outside.Seen TODAY =
            new Outside.Seen("clock of whoever verifies", 3, Instant.parse("2026-11-23T00:00:00Z"));

    @Test
    void anEntryThatLiesAboutItsTimeRefutesNoDestruction() throws Exception {
        Destroyed destroyed = new Destroyed(new Outside(List.of(TODAY)));
        destroyed.present(0, entry("{\"kind\":\"CANARY\",\"recordedAt\":\"2040-01-01T00:00:00Z\"}"));
        destroyed.gone(1);
        destroyed.present(2, told("P15Y"));

        assertThat(findings(destroyed)).isEmpty();
        assertThat(destroyed.statements())
                .containsExactly("1 entries were destroyed after their term: each is named with its hash, by one of 1"
                        + " entries of the log.");
    }

    @Test
    void aTermThatNoCalendarHasIsNotBelievedAndSpoilsNothing() throws Exception {
        Destroyed destroyed = new Destroyed(new Outside(List.of(TODAY)));
        destroyed.present(2, told("P2147483647Y"));

        assertThat(findings(destroyed)).isEmpty();
        assertThat(destroyed.statements())
                .containsExactly("Not believed, and nothing is gone by it: The entry of leaf 2 does not tell which"
                        + " entries were destroyed.");
    }

    private static List<String> findings(Destroyed destroyed) {
        destroyed.compare(0, new Leaf(1, 0, SOME));
        destroyed.compare(1, OLD);
        destroyed.compare(2, new Leaf(1, 2, SOME));
        Findings findings = new Findings(sentence -> {});
        assertThat(destroyed.end(findings).isEmpty()).isTrue();
        return findings.sentences();
    }

    private static Entry told(String term) throws Unreadable {
        DestroyedHash hash = new DestroyedHash();
        hash.add(OLD);
        return entry(
                """
                {"detail":{"before":"2011-01-01T00:00:00Z","hash":"%s","places":"1","shard":"1","term":"%s"},\
                "kind":"DESTRUCTION","recordedAt":"2026-11-22T10:00:00Z"}"""
                        .formatted(hash.value().base64(), term));
    }

    private static Entry entry(String json) throws Unreadable {
        return Entry.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
