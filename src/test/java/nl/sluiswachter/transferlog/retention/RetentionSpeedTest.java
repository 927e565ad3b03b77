package nl.sluiswachter.transferlog.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.sluiswachter.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RetentionSpeedTest {
    private static final TestDatabase DB = TestDatabase.create();
    private static final JdbcClient OWNER = JdbcClient.create(DB.asSuperuser());
    private static final int N = 600_000;

    @Test
    void measure() {
        OWNER.sql("do $$ begin for i in 0..23 loop execute format('create table transfer_log_x%s partition of transfer_log for values from (%L) to (%L)', i, timestamptz '2008-01-01Z' + i * interval '1 month', timestamptz '2008-01-01Z' + (i+1) * interval '1 month'); execute format('create table transfer_log_subject_x%s partition of transfer_log_subject for values from (%L) to (%L)', i, timestamptz '2008-01-01Z' + i * interval '1 month', timestamptz '2008-01-01Z' + (i+1) * interval '1 month'); end loop; end $$").update();
        OWNER.sql("insert into log_shard (started_at) values (now())").update();
        OWNER.sql("""
            insert into transfer_log (shard, position, entry_id, recorded_at, kind, transfer_id, sender, receiver,
                exchange_type, outcome, seed, entry, entry_hash, case_key, trace_id)
            select 1, n, gen_random_uuid(), timestamptz '2008-01-01Z' + n * interval '90 seconds',
                   case n % 3 when 0 then 'DECISION' when 1 then 'DELIVERED' else 'ACKNOWLEDGED' end,
                   md5('transfer' || n/3)::uuid, case when n % 3 = 0 then 'S' end, case when n % 3 = 0 then 'R' end,
                   case when n % 3 = 0 then case when n % 2 = 0 then 'WMO_ALLOCATION' else 'VIR_FLAG' end end,
                   case when n % 3 = 0 then 'PERMIT' end, sha256('x'::bytea),
                   decode(repeat('ab', 500), 'hex'), sha256(n::text::bytea), md5('case' || n / 4)::uuid, md5('trace' || n)::uuid
              from generate_series(0, :n - 1) n
            """).param("n", N).update();
        OWNER.sql("insert into transfer_log_subject select md5('person' || position % 5000)::uuid, recorded_at, shard, position, 'p1' from transfer_log where kind = 'DECISION'").update();
        OWNER.sql("insert into log_batch select 1, n * 100, n * 100 + 99, now(), sha256('x'), sha256('x'), timestamptz '2008-01-01Z' + n * 100 * interval '90 seconds' from generate_series(0, :n / 100 - 1) n").param("n", N).update();
        OWNER.sql("insert into log_progress values (1, :n, sha256('x'))").param("n", N).update();
        OWNER.sql("insert into log_hold (hold_id, placed_by, ground, reference, scope, subjects) select gen_random_uuid(), 'x','x','x','SUBJECT', array[md5('person' || n)::uuid] from generate_series(1,50) n").update();
        OWNER.sql("analyze").update();
        JdbcClient app = JdbcClient.create(DB.asApplication());
        for (String rule : List.of("WMO_ALLOCATION", "VIR_FLAG", "DELIVERED", "ACKNOWLEDGED", "CONSENT")) {
            long start = System.nanoTime();
            int sum = 0;
            for (int i = 0; i < 20; i++) {
                sum += app.sql("select destroy_due_log_entries(?, 'P5Y', 500)").param(rule).query(Integer.class).single();
                if (i == 0) System.out.println("SPEED first " + rule + " " + (System.nanoTime() - start) / 1000000 + " ms");
            }
            System.out.println("SPEED " + rule + " " + sum + " in " + (System.nanoTime() - start) / 1000000 + " ms");
        }
        assertThat(N).isPositive();
    }
}
