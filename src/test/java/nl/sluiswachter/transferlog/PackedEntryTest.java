package nl.sluiswachter.transferlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import nl.sluiswachter.transfer.SomeDecision;
import nl.sluiswachter.transferlog.entry.MalformedEntry;
import nl.sluiswachter.transferlog.entry.PackedEntry;
import org.junit.jupiter.api.Test;

class PackedEntryTest {

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void isWhatWasPacked(@ForAll long seed) throws MalformedEntry {
        byte[] entry = entry(seed);

        assertThat(PackedEntry.unpack(PackedEntry.pack(entry))).isEqualTo(entry);
    }

    @Property(tries = 1000)
    void anyBytesAreAnEntryOrRefused(@ForAll @Size(max = 200) byte[] bytes) {
        try {
            assertThat(PackedEntry.unpack(bytes)).isNotNull();
        } catch (MalformedEntry e) {
            assertThat(e).hasMessageContaining("stored entry");
        }
    }

    @Test
    void isAThirdOfTheEntry() {
        byte[] entry = entry(1);

        assertThat(PackedEntry.pack(entry).length).isLessThan(entry.length / 3);
    }

    @Test
    void mustNotBeCutOff() {
        byte[] packed = PackedEntry.pack(entry(1));

        assertThatThrownBy(() -> PackedEntry.unpack(Arrays.copyOf(packed, packed.length - 5)))
                .isInstanceOf(MalformedEntry.class)
                .hasMessage("A stored entry must not be cut off");
    }

    @Test
    void hasNothingBehindIt() {
        byte[] packed = PackedEntry.pack(entry(1));

        assertThatThrownBy(() -> PackedEntry.unpack(Arrays.copyOf(packed, packed.length + 1)))
                .isInstanceOf(MalformedEntry.class)
                .hasMessage("Nothing may follow on a stored entry");
    }

    @Test
    void hasABound() throws MalformedEntry {
        byte[] longest = new byte[PackedEntry.LONGEST];

        assertThat(PackedEntry.unpack(PackedEntry.pack(longest))).hasSize(PackedEntry.LONGEST);
        assertThatThrownBy(() -> PackedEntry.pack(new byte[PackedEntry.LONGEST + 1]))
                .hasMessage("An entry has at most 1048576 bytes");
    }

    private static byte[] entry(long seed) {
        return CanonicalJson.bytes(new DecisionEntry(SomeDecision.of(seed), Optional.of(new Commitments(new byte[32])))
                .toJson(new UUID(3, seed), Instant.EPOCH));
    }
}
