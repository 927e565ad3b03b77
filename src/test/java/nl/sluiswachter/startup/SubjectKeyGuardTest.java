package nl.sluiswachter.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SubjectKeyGuardTest {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void acceptsTheKeyThatTheDatabaseKnows() {
        guard(1).check();
        guard(1).check();

        assertThat(remembered()).isEqualTo(1);
    }

    @Test
    void refusesAnotherKeyInOneSentence() {
        guard(1).check();

        assertThatThrownBy(() -> guard(2).check())
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("The file of sluiswachter.keys.subject is not the one");
    }

    @Test
    void letsOneKeyWinWhenTwoNodesStartAtOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        CyclicBarrier together = new CyclicBarrier(2);
        try {
            Future<Boolean> one = nodes.submit(() -> starts(together, 1));
            Future<Boolean> two = nodes.submit(() -> starts(together, 2));

            assertThat(one.get()).isNotEqualTo(two.get());
        } finally {
            nodes.shutdownNow();
        }
        assertThat(remembered()).isEqualTo(1);
    }

    @Test
    void leavesNoRightToForgetTheKey() {
        guard(1).check();

        assertThatThrownBy(() -> JdbcClient.create(database.asApplication())
                        .sql("delete from gateway_state")
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    private boolean starts(CyclicBarrier together, int key) throws Exception {
        together.await();
        try {
            guard(key).check();
            return true;
        } catch (StartRefused e) {
            return false;
        }
    }

    private SubjectKeyGuard guard(int key) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) key);
        return new SubjectKeyGuard(JdbcClient.create(database.asApplication()), new SubjectKeys(secret));
    }

    private int remembered() {
        return JdbcClient.create(database.asOwner())
                .sql("select count(*) from gateway_state")
                .query(Integer.class)
                .single();
    }
}
