package nl.sluiswachter.kernel.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.crypto.PayloadCipher.Sealed;
import org.junit.jupiter.api.Test;

class PayloadCipherTest {

    private static final UUID TRANSFER = new UUID(1, 2);
    private static final Oin RECEIVER = new Oin("00000099000000002000");
    private static final byte[] PLAIN = "{\"bsn\":\"999993653\"}".getBytes(StandardCharsets.UTF_8);

    private final PayloadCipher cipher = new PayloadCipher(key(1));

    @Test
    void opensWhatItSealed() {
        Sealed stored = cipher.seal(TRANSFER, RECEIVER, PLAIN);

        assertThat(cipher.open(TRANSFER, RECEIVER, stored)).isEqualTo(PLAIN);
    }

    @Test
    void neverSealsTheSameMessageTheSameWay() {
        Sealed first = cipher.seal(TRANSFER, RECEIVER, PLAIN);
        Sealed second = cipher.seal(TRANSFER, RECEIVER, PLAIN);

        assertThat(first.wrappedKey()).isNotEqualTo(second.wrappedKey());
        assertThat(first.ciphertext()).isNotEqualTo(second.ciphertext());
        assertThat(new String(first.ciphertext(), StandardCharsets.ISO_8859_1)).doesNotContain("999993653");
    }

    @Test
    void refusesAnotherTransferOrReceiver() {
        Sealed stored = cipher.seal(TRANSFER, RECEIVER, PLAIN);
        Oin other = new Oin("00000099000000002001");

        assertThatThrownBy(() -> cipher.open(new UUID(1, 3), RECEIVER, stored)).isInstanceOf(PayloadTampered.class);
        assertThatThrownBy(() -> cipher.open(TRANSFER, other, stored)).isInstanceOf(PayloadTampered.class);
    }

    @Test
    void refusesAnotherKeyEncryptionKey() {
        Sealed stored = cipher.seal(TRANSFER, RECEIVER, PLAIN);

        assertThatThrownBy(() -> new PayloadCipher(key(2)).open(TRANSFER, RECEIVER, stored))
                .isInstanceOf(PayloadTampered.class);
    }

    @Test
    void refusesAKeyOfAnotherLength() {
        assertThatThrownBy(() -> new PayloadCipher(new byte[16])).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void refusesEveryFlippedBit(@ForAll @IntRange(min = 0, max = 1000) int place, @ForAll boolean inKey) {
        Sealed stored = cipher.seal(TRANSFER, RECEIVER, PLAIN);
        byte[] touched = inKey ? stored.wrappedKey() : stored.ciphertext();
        touched[place % touched.length] ^= (byte) (1 << place % 8);

        assertThatThrownBy(() -> cipher.open(TRANSFER, RECEIVER, stored)).isInstanceOf(PayloadTampered.class);
    }

    @Property(tries = 60)
    void refusesEveryShortenedMessage(@ForAll @IntRange(min = 0, max = 46) int length) {
        Sealed stored = cipher.seal(TRANSFER, RECEIVER, PLAIN);
        Sealed cut = new Sealed(stored.wrappedKey(), Arrays.copyOf(stored.ciphertext(), length));

        assertThatThrownBy(() -> cipher.open(TRANSFER, RECEIVER, cut)).isInstanceOf(PayloadTampered.class);
    }

    private static byte[] key(int filler) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) filler);
        return key;
    }
}
