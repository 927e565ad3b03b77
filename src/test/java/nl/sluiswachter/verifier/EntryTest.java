package nl.sluiswachter.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every reader of an entry reads the same, or none does. */
class EntryTest {

    @Test
    void readsWhatIsThereOnce() throws Unreadable {
        Entry entry = read("{\"kind\":\"DECISION\",\"findings\":[{\"code\":\"A\",\"outcome\":\"FAIL\"},"
                + "{\"code\":\"B\",\"outcome\":\"FAIL\"}],\"detail\":{\"a\":\"1\"}} \n");

        assertThat(entry.failures()).isEqualTo(List.of("A", "B"));
        assertThat(entry.detail()).containsOnlyKeys("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}{}",
                "{} x",
                "{},",
                "{\"kind\":\"A\",\"kind\":\"A\"}",
                "{\"sender\":null,\"sender\":\"A\"}",
                "{\"detail\":{},\"detail\":{\"a\":\"1\"}}",
                "{\"detail\":{\"a\":\"1\",\"a\":\"2\"}}",
                "{\"commitments\":{},\"commitments\":{}}",
                "{\"commitments\":{\"case\":\"AAAA\",\"case\":\"AAAA\"}}",
                "{\"objections\":[],\"objections\":[\"A\"]}",
                "{\"findings\":[],\"findings\":[]}",
                "{\"findings\":[{\"code\":\"\",\"code\":\"A\"}]}",
                "{\"findings\":[{\"outcome\":\"PASS\",\"outcome\":\"FAIL\"}]}"
            })
    void whatCanBeReadInTwoWaysIsNotRead(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(Unreadable.class)
                .hasMessage("An entry is not the JSON of an entry.");
    }

    private static Entry read(String json) throws Unreadable {
        return Entry.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
