package nl.sluiswachter.transferlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PaperLineTest {

    private static final Instant AT = Instant.parse("2026-11-22T06:00:00Z");
    private static final Checkpoint TREE = Checkpoint.of("sluiswachter/00000099000000000100/1", 3, TreeHashing.EMPTY);
    private static final String LINE = new PaperLine(TREE, AT).text();

    @Property
    void readsBackWhatItWrote(@ForAll @LongRange(min = 1) long size, @ForAll @Size(32) byte[] root) throws Malformed {
        PaperLine line = new PaperLine(Checkpoint.of("log.example/x", size, Hash.of(root)), AT);

        assertThat(PaperLine.parse(line.text())).isEqualTo(line);
    }

    @Test
    void isALineThatPeopleCanRead() {
        assertThat(LINE)
                .matches("sluiswachter/00000099000000000100/1 3 e3b0c442-98fc1c14-9afbf4c8-996fb924-27ae41e4-649b934c-"
                        + "a495991b-7852b855 2026-11-22T06:00:00Z [0-9A-HJKMNP-TV-Z]{5}");
    }

    @Test
    void takesOtherBlanksAndOtherCase() throws Malformed {
        String typed = "  " + LINE.replace(" ", "   ").replace("e3b0c442-", "E3B0C442") + "\n";

        assertThat(PaperLine.parse(typed).text()).isEqualTo(LINE);
        assertThat(PaperLine.parse(LINE.substring(0, LINE.length() - 5)
                                + LINE.substring(LINE.length() - 5)
                                        .replace('0', 'o')
                                        .replace('1', 'l'))
                        .text())
                .isEqualTo(LINE);
    }

    @Property
    void noticesATypingError(@ForAll @IntRange(max = 250) int where, @ForAll @IntRange(max = 9) int digit) {
        int at = where % (LINE.length() - 6);
        String wrong = LINE.substring(0, at) + digit + LINE.substring(at + 1);
        if (!wrong.equals(LINE)) {
            assertThatThrownBy(() -> PaperLine.parse(wrong)).isInstanceOf(Malformed.class);
        }
    }
}
