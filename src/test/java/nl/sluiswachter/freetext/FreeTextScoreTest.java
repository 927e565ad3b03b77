package nl.sluiswachter.freetext;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FreeTextScoreTest {
    @Test
    void dev() throws IOException {
        List<String> misses = new ArrayList<>();
        Map<Kind, Sentences.Score> scores =
                Sentences.in(System.getProperty("set", "development.yaml")).scores(new FreeTextGuard(), misses);
        System.out.println(scores);
        misses.forEach(System.out::println);
        assertThat(scores).isNotEmpty();
    }
}
