package nl.sluiswachter.transferlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.sluiswachter.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PartitionsTest {

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient owner = JdbcClient.create(database.asOwner());
    private final JdbcClient application = JdbcClient.create(database.asApplication());
    private final Partitions partitions = new Partitions(application);

    @Test
    void areReadyForTheMonthsToCome() {
        YearMonth last = YearMonth.now(ZoneOffset.UTC).plusMonths(Partitions.AHEAD);
        owner.sql("drop table transfer_log_y%dm%02d".formatted(last.getYear(), last.getMonthValue()))
                .update();

        partitions.prepare();
        partitions.prepare();

        assertThat(names()).contains("transfer_log_y%dm%02d".formatted(last.getYear(), last.getMonthValue()));
    }

    @Test
    void anEntryOfAnotherMonthIsKeptAndCounted() {
        Instant then = Instant.parse("2001-01-01T00:00:00Z");
        Shard shard = new ShardTable(application).open(then);

        new BatchTable(application, SomeMark.OURS)
                .insert(shard, List.of(SomeAppending.entry(UUID.randomUUID(), then)), then);

        assertThat(partitions.astray()).isOne();
    }

    @Test
    void areNotMadeForCenturies() {
        assertThatThrownBy(() -> application
                        .sql("select create_log_partitions(25)")
                        .query(Integer.class)
                        .single())
                .rootCause()
                .hasMessageContaining("between 0 and 24 months ahead");
    }

    private List<String> names() {
        return owner.sql("select relname::text from pg_class where relname like 'transfer_log_y%'")
                .query(String.class)
                .list();
    }
}
