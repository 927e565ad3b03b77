package nl.sluiswachter.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void readsItsOwnText() {
        Cursor cursor = new Cursor(Instant.parse("2026-11-21T12:00:00.123456Z"), UUID.randomUUID());

        assertThat(Cursor.parse(cursor.text())).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "%",
                "AAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "f_________________________________",
                "________________________________"
            })
    void neverFailsOnAnotherText(String text) {
        assertThat(Cursor.parse(text))
                .satisfiesAnyOf(
                        parsed -> assertThat(parsed).isEmpty(),
                        parsed -> assertThat(parsed.orElseThrow().text()).isEqualTo(text));
    }

    @Property
    void acceptsOnlyTheOneSpelling(@ForAll String text) {
        assertThat(Cursor.parse(text).map(Cursor::text).orElse(text)).isEqualTo(text);
    }
}
