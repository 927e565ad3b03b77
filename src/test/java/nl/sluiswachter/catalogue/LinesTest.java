package nl.sluiswachter.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinesTest {

    private static final String KEY = "k".repeat(1_000);

    /** A text of two megabytes with a pointer of a thousand letters for each scalar would take a gigabyte. */
    @Test
    void pointsFromAboveWhereATextHasMorePointersThanAreKept() {
        Lines lines = new Lines(KEY + ": [" + "1,".repeat(100_000) + "1]\nlast: 1\n");

        assertThat(lines.has("/" + KEY + "/3900")).isTrue();
        assertThat(lines.has("/" + KEY + "/4100")).isFalse();
        assertThat(lines.at("/last")).isEqualTo(", line 1");
    }
}
