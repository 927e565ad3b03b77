package nl.sluiswachter.kernel.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.sluiswachter.kernel.crypto.PayloadCipher.Sealed;
import org.junit.jupiter.api.Test;

class PayloadCipherTest {

    private static final List<String> ENVELOPE = List.of("transfer", "receiver", "purpose");
    private static final byte[] PLAIN = "{\"bsn\":\"999993653\"}".getBytes(StandardCharsets.UTF_8);

    private final PayloadCipher cipher = new PayloadCipher(key(1));

    @Test
    void opensWhatItSealed() {
        Sealed stored = cipher.seal(ENVELOPE, PLAIN);

        assertThat(cipher.open(ENVELOPE, stored)).isEqualTo(PLAIN);
    }

    @Test
    void neverSealsTheSameMessageTheSameWay() {
        Sealed first = cipher.seal(ENVELOPE, PLAIN);
        Sealed second = cipher.seal(ENVELOPE, PLAIN);

        assertThat(first.wrappedKey()).isNotEqualTo(second.wrappedKey());
        assertThat(first.ciphertext()).isNotEqualTo(second.ciphertext());
        assertThat(new String(first.ciphertext(), StandardCharsets.ISO_8859_1)).doesNotContain("999993653");
    }

    @Test
    void refusesAnotherEnvelope() {
        Sealed stored = cipher.seal(ENVELOPE, PLAIN);

        for (List<String> other : List.of(
                List.of("transfer", "receiver", "other"),
                List.of("transfer", "receiver"),
                List.of("transferreceiver", "purpose"),
                List.of("transfe", "rreceiver", "purpose"))) {
            assertThatThrownBy(() -> cipher.open(other, stored)).isInstanceOf(PayloadTampered.class);
        }
    }

    @Test
    void refusesAnotherKeyEncryptionKey() {
        Sealed stored = cipher.seal(ENVELOPE, PLAIN);

        assertThatThrownBy(() -> new PayloadCipher(key(2)).open(ENVELOPE, stored))
                .isInstanceOf(PayloadTampered.class);
    }

    @Test
    void refusesAKeyOfAnotherLength() {
        assertThatThrownBy(() -> new PayloadCipher(new byte[16])).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void refusesEveryFlippedBit(@ForAll @IntRange(min = 0, max = 1000) int place, @ForAll boolean inKey) {
        Sealed stored = cipher.seal(ENVELOPE, PLAIN);
        byte[] touched = inKey ? stored.wrappedKey() : stored.ciphertext();
        touched[place % touched.length] ^= (byte) (1 << place % 8);

        assertThatThrownBy(() -> cipher.open(ENVELOPE, stored)).isInstanceOf(PayloadTampered.class);
    }

    @Property(tries = 60)
    void refusesEveryShortenedMessage(@ForAll @IntRange(min = 0, max = 46) int length) {
        Sealed stored = cipher.seal(ENVELOPE, PLAIN);
        Sealed cut = new Sealed(stored.wrappedKey(), Arrays.copyOf(stored.ciphertext(), length));

        assertThatThrownBy(() -> cipher.open(ENVELOPE, cut)).isInstanceOf(PayloadTampered.class);
    }

    private static byte[] key(int filler) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) filler);
        return key;
    }
}
