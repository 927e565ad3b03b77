package nl.sluiswachter.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.kernel.crypto.PayloadCipher;
import nl.sluiswachter.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class KeyGuardTest {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void acceptsTheKeyThatTheDatabaseKnows() {
        guard(1, 1).check();
        guard(1, 1).check();

        assertThat(remembered()).isEqualTo(2);
    }

    @Test
    void refusesAnotherKeyInOneSentence() {
        guard(1, 1).check();

        assertThatThrownBy(() -> guard(2, 1).check())
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("The file of sluiswachter.keys.subject is not the one");
    }

    @Test
    void refusesAnotherPayloadKeyInOneSentence() {
        guard(1, 1).check();

        assertThatThrownBy(() -> guard(1, 2).check())
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("The file of sluiswachter.keys.payload is not the one");
    }

    @Test
    void letsOnePayloadKeyWinWhenTwoNodesStartAtOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        CyclicBarrier together = new CyclicBarrier(2);
        try {
            Future<Boolean> one = nodes.submit(() -> starts(together, guard(1, 1)));
            Future<Boolean> two = nodes.submit(() -> starts(together, guard(1, 2)));

            assertThat(one.get()).isNotEqualTo(two.get());
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void keepsNoKeyInTheDatabase() {
        guard(1, 1).check();

        assertThat(JdbcClient.create(database.asOwner())
                        .sql("select value from gateway_state")
                        .query(byte[].class)
                        .list())
                .doesNotContain(secret(1));
    }

    @Test
    void letsOneKeyWinWhenTwoNodesStartAtOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        CyclicBarrier together = new CyclicBarrier(2);
        try {
            Future<Boolean> one = nodes.submit(() -> starts(together, guard(1, 1)));
            Future<Boolean> two = nodes.submit(() -> starts(together, guard(2, 1)));

            assertThat(one.get()).isNotEqualTo(two.get());
        } finally {
            nodes.shutdownNow();
        }
        assertThat(remembered()).isEqualTo(2);
    }

    @Test
    void leavesNoRightToForgetTheKey() {
        guard(1, 1).check();

        assertThatThrownBy(() -> JdbcClient.create(database.asApplication())
                        .sql("delete from gateway_state")
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    private boolean starts(CyclicBarrier together, KeyGuard guard) throws Exception {
        together.await();
        try {
            guard.check();
            return true;
        } catch (StartRefused e) {
            return false;
        }
    }

    private KeyGuard guard(int subject, int payload) {
        return new KeyGuard(
                JdbcClient.create(database.asApplication()),
                new SubjectKeys(secret(subject)),
                new PayloadCipher(secret(payload)));
    }

    private static byte[] secret(int filler) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) filler);
        return secret;
    }

    private int remembered() {
        return JdbcClient.create(database.asOwner())
                .sql("select count(*) from gateway_state")
                .query(Integer.class)
                .single();
    }
}
