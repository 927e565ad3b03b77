package nl.sluiswachter.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** By what an entry is found has to stand in it. */
class FiledTest {

    private static final String AT = "2026-11-22T10:00:00Z";

    @Test
    void anEntryThatSaysNoNumberIsFiledUnderNone() throws Unreadable {
        Entry silent = Entry.read(
                "{\"kind\":\"PARTY\",\"recordedAt\":\"%s\"}".formatted(AT).getBytes(StandardCharsets.UTF_8));

        assertThat(filed(new UUID(0, 1)).differing(silent)).contains("number");
        assertThat(filed(null).differing(silent)).isEmpty(); // a line of an older export
    }

    private static Filed filed(UUID number) {
        return new Filed(number, "PARTY", AT, null, null, null, null, null, null, null, null, null, null);
    }
}
