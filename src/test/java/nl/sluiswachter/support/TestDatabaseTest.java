package nl.sluiswachter.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {

    private static final String PARTY = "insert into party (oin, name, side, status, capacities)"
            + " values ('00000099000000001000', 'Gemeente', 'MUNICIPALITY', 'ACTIVE', '{}')";

    @Test
    void givesEachCallerADatabaseOfItsOwn() {
        JdbcClient one = JdbcClient.create(TestDatabase.create().asApplication());
        JdbcClient two = JdbcClient.create(TestDatabase.create().asApplication());

        one.sql(PARTY).update();

        assertThat(two.sql("select count(*) from party").query(Integer.class).single())
                .isZero();
    }

    @Test
    void holdsTheApplicationToItsGrants() {
        JdbcClient application = JdbcClient.create(TestDatabase.create().asApplication());

        assertThatThrownBy(() -> application.sql("delete from transfer_log").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() ->
                        application.sql("update transfer_log set kind = 'X'").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> application.sql("truncate transfer_log").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
