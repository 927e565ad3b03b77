package nl.sluiswachter.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SubjectKeysTest {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final Bsn BSN = new Bsn("999993653");

    private final SubjectKeys keys = new SubjectKeys(SECRET);

    @Test
    void isTheFirstHalfOfTheKeyedHash() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        ByteBuffer expected = ByteBuffer.wrap(mac.doFinal("bsn|999993653".getBytes(StandardCharsets.US_ASCII)));

        assertThat(keys.of(BSN).value()).isEqualTo(new UUID(expected.getLong(), expected.getLong()));
    }

    @Test
    void anotherSecretGivesAnotherKey() {
        byte[] other = SECRET.clone();
        other[31]++;

        assertThat(new SubjectKeys(other).of(BSN)).isNotEqualTo(keys.of(BSN));
    }

    @Test
    void anotherPersonHasAnotherKey() {
        assertThat(keys.of(new Bsn("111222333"))).isNotEqualTo(keys.of(BSN));
    }

    @Test
    void theSameTextForAnotherPurposeGivesAnotherKey() {
        assertThat(keys.blind("case", "999993653")).isNotEqualTo(keys.of(BSN).value());
        assertThat(keys.blind("case", "Z1")).isNotEqualTo(keys.blind("other", "Z1"));
        assertThat(keys.hash("a", new byte[] {1})).hasSize(32).isNotEqualTo(keys.hash("b", new byte[] {1}));
    }

    @Test
    void refusesAShortSecret() {
        assertThatThrownBy(() -> new SubjectKeys(new byte[31])).hasMessageContaining("32 bytes");
    }

    @Test
    void keepsItsSecretWhenTheCallerWipesIt() {
        byte[] secret = SECRET.clone();
        SubjectKeys own = new SubjectKeys(secret);
        java.util.Arrays.fill(secret, (byte) 0);

        assertThat(own.of(BSN)).isEqualTo(keys.of(BSN));
    }
}
