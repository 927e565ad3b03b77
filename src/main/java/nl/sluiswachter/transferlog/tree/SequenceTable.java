package nl.sluiswachter.transferlog.tree;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.sluiswachter.transferlog.LogMark;
import nl.sluiswachter.transferlog.entry.Leaf;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.sql.SqlArray;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables log_progress and log_run, and what the shards hold behind them. */
final class SequenceTable {

    /** Turn by turn, so that no shard keeps the others waiting; of each a piece without a gap, from its progress on. */
    private static final String BATCHES =
            """
            select shard, first_position, last_position, previous_hash, hash, hashes
              from (select b.*
                      from (%s) s
                      left join log_progress p on p.shard = s.shard
                     cross join lateral (select b.*, row_number() over (order by b.first_position) turn
                                           from log_batch b
                                          where b.shard = s.shard and b.first_position >= coalesce(p.next_position, 0)
                                          order by b.first_position limit :most) b
                     order by b.turn, b.shard limit :most) b
             order by shard, first_position
            """;

    private static final String LATELY =
            BATCHES.formatted("select distinct shard from log_batch where written_at > now() - interval '30 seconds'");
    private static final String EVERYWHERE = BATCHES.formatted("select shard from log_shard");
    private static final String ENTRIES =
            """
            select position, entry_hash from transfer_log
             where shard = :shard and position between :first and :last order by position, recorded_at limit :most
            """;
    private static final String ASTRAY =
            """
            select p.shard, coalesce(r.next, 0) as position
              from log_progress p
              left join lateral (select first_position + entries as next from log_run
                                  where shard = p.shard order by first_position desc limit 1) r on true
             where p.next_position <> coalesce(r.next, 0)
               and not exists (select from log_alarm a
                                where a.shard = p.shard and a.position >= coalesce(r.next, 0)
                                  and a.position < p.next_position)
            """;
    private static final String PROGRESS =
            "select shard, next_position, batch_hash from log_progress where shard = any(:shards)";
    private static final String STORE_PROGRESS = "select advance_log_progress(:shards, :nexts, :hashes)";
    private static final String STORE_RUNS =
            """
            insert into log_run (first_index, shard, first_position, entries)
            select * from unnest(:indexes, :shards, :positions, :entries)
            """;

    private final JdbcClient jdbc;
    private final LogMark mark;

    SequenceTable(JdbcClient jdbc, LogMark mark) {
        this.jdbc = jdbc;
        this.mark = mark;
    }

    /** Leaves from {@code index} on are the entries from {@code position} on. */
    record Run(long index, int shard, long position, int entries) {}

    /**
     * Batches that are not in the tree, in order of shard and position.
     *
     * @param everywhere false to look only at shards that were written in the last half minute, which most never are again
     */
    List<Batch> behind(int most, boolean everywhere) {
        Map<Integer, List<Batch>> shards = new LinkedHashMap<>();
        jdbc.sql(everywhere ? EVERYWHERE : LATELY)
                .param("most", most)
                .query(this::batch)
                .list()
                .forEach(batch -> shards.computeIfAbsent(batch.shard(), shard -> new ArrayList<>())
                        .add(batch));
        List<Batch> filled = new ArrayList<>();
        shards.values().forEach(batches -> filled.addAll(filled(batches)));
        return filled;
    }

    private List<Batch> filled(List<Batch> batches) {
        Batch first = batches.get(0);
        long last = batches.get(batches.size() - 1).last();
        List<Leaf> entries = jdbc.sql(ENTRIES)
                .param("shard", first.shard())
                .param("first", first.first())
                .param("last", last)
                .param("most", 2 * (last - first.first() + 1))
                .query((row, number) ->
                        new Leaf(first.shard(), row.getLong("position"), Hash.of(row.getBytes("entry_hash"))))
                .list();
        List<Batch> filled = new ArrayList<>();
        int from = 0;
        for (Batch batch : batches) {
            int to = from;
            while (to < entries.size() && entries.get(to).position() <= batch.last()) {
                to++;
            }
            filled.add(new Batch(
                    batch.shard(),
                    batch.first(),
                    batch.last(),
                    batch.previous(),
                    batch.mark(),
                    batch.leaves(),
                    List.copyOf(entries.subList(from, to))));
            from = to;
        }
        return filled;
    }

    Map<Integer, Progress> progress(List<Integer> shards) {
        Map<Integer, Progress> progress = new LinkedHashMap<>();
        shards.forEach(shard -> progress.put(shard, Progress.none(shard)));
        jdbc.sql(PROGRESS)
                .param("shards", SqlArray.of("int4", shards, shard -> shard))
                .query((row, number) ->
                        new Progress(row.getInt("shard"), row.getLong("next_position"), row.getBytes("batch_hash")))
                .list()
                .forEach(one -> progress.put(one.shard(), one));
        return progress;
    }

    void storeProgress(List<Progress> progress) {
        jdbc.sql(STORE_PROGRESS)
                .param("shards", SqlArray.of("int4", progress, Progress::shard))
                .param("nexts", SqlArray.of("int8", progress, Progress::next))
                .param("hashes", SqlArray.bytes(progress, Progress::mark))
                .query((row, number) -> true)
                .single();
    }

    /** Where progress is not what has leaves, and no alarm says why: in each shard the first position that differs. */
    List<Suspicion> astray() {
        return jdbc.sql(ASTRAY)
                .query((row, number) -> new Suspicion(
                        row.getInt("shard"), row.getLong("position"), Suspicion.Finding.PROGRESS_WITHOUT_LEAVES))
                .list();
    }

    void storeRuns(List<Run> runs) {
        jdbc.sql(STORE_RUNS)
                .param("indexes", SqlArray.of("int8", runs, Run::index))
                .param("shards", SqlArray.of("int4", runs, Run::shard))
                .param("positions", SqlArray.of("int8", runs, Run::position))
                .param("entries", SqlArray.of("int4", runs, Run::entries))
                .update();
    }

    private Batch batch(ResultSet row, int number) throws SQLException {
        int shard = row.getInt("shard");
        long first = row.getLong("first_position");
        long last = row.getLong("last_position");
        byte[] previous = row.getBytes("previous_hash");
        byte[] marked = row.getBytes("hash");
        byte[] hashes = row.getBytes("hashes");
        boolean ours = Arrays.equals(marked, mark.ofBatch(previous, shard, first, last, hashes));
        return new Batch(
                shard, first, last, previous, marked, ours ? leaves(shard, first, hashes) : List.of(), List.of());
    }

    private static List<Leaf> leaves(int shard, long first, byte[] hashes) {
        List<Leaf> leaves = new ArrayList<>();
        for (int i = 0; i < hashes.length / Hash.LENGTH; i++) {
            leaves.add(new Leaf(shard, first + i, Hash.at(hashes, i * Hash.LENGTH)));
        }
        return leaves;
    }
}
