package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.sluiswachter.transferlog.StoredEntry;
import nl.sluiswachter.transferlog.entry.EntryHash;
import nl.sluiswachter.transferlog.entry.PackedEntry;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks entries in the shared gateway's database, as somebody with every right there could, until it is repaired. */
final class Damage {

    /** Changes a byte of each. */
    static final String A_BYTE =
            "update transfer_log set entry = set_byte(entry, 20, 255 - get_byte(entry, 20)) where #";

    private static final String KEPT =
            """
            select format('(%s, %s)', l.shard, l.position) as place,
                   format('update transfer_log set entry = %L, entry_hash = %L, entry_id = %L, outcome = %L, transfer_id = %L, recorded_at = %L'
                          ' where (shard, position) = (%s, %s);'
                          ' delete from transfer_log_subject where (shard, position) = (%s, %s) and subject_key <> all(%L)',
                          l.entry, l.entry_hash, l.entry_id, l.outcome, l.transfer_id, l.recorded_at,
                          l.shard, l.position, l.shard, l.position,
                          array(select s.subject_key from transfer_log_subject s
                                 where (s.shard, s.position) = (l.shard, l.position))) as repair
              from transfer_log l where
            """;

    /** So that half a letter can be written too. */
    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final AtomicInteger COPIES = new AtomicInteger();

    private final JdbcClient superuser = Tables.asSuperuser();
    private final List<String> places = new ArrayList<>();
    private final List<String> repairs = new ArrayList<>();

    private Damage(String entries) {
        superuser.sql(KEPT + entries).query(row -> {
            places.add(row.getString("place"));
            repairs.add(row.getString("repair"));
        });
        repairs.add("delete from log_alarm where finding = 'ENTRY_DAMAGED'");
    }

    /** @param entries which, as a condition on the log */
    static Damage to(String entries) {
        return to(entries, A_BYTE);
    }

    /** @param change what is done to them; they are its # */
    static Damage to(String entries, String change) {
        Tables.awaitLeaves(entries);
        Damage damage = new Damage(entries);
        damage.change(change.replace("#", entries));
        return damage;
    }

    /** Has one entry say something else, with a hash that fits. */
    static Damage toSay(String entry, Consumer<ObjectNode> change) {
        byte[] stored = Tables.asOwner()
                .sql("select entry from transfer_log where " + entry)
                .query(byte[].class)
                .single();
        ObjectNode said = (ObjectNode) StoredEntry.read(stored);
        change.accept(said);
        try {
            return toBe(entry, ASCII.writeValueAsString(said));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Has one entry be other bytes, with a hash that fits. */
    static Damage toBe(String entry, String other) {
        byte[] bytes = other.getBytes(StandardCharsets.UTF_8);
        HexFormat hex = HexFormat.of();
        return to(
                entry,
                "update transfer_log set entry = '\\x%s', entry_hash = '\\x%s' where #"
                        .formatted(
                                hex.formatHex(PackedEntry.pack(bytes)),
                                hex.formatHex(EntryHash.of(bytes).bytes())));
    }

    /** Of one entry something that the table wants: neither it nor what keeps it together is there until it is repaired. */
    static Damage without(String entry, String change) {
        Tables.awaitLeaves(entry);
        Damage damage = new Damage(entry);
        damage.repairs.add(
                """
                alter table transfer_log alter entry_hash set not null, add constraint transfer_log_whole_or_destroyed %s
                """
                        .formatted(damage.superuser
                                .sql(
                                        "select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'transfer_log'::regclass"
                                                + " and conname = 'transfer_log_whole_or_destroyed'")
                                .query(String.class)
                                .single()));
        damage.change(
                "alter table transfer_log alter entry_hash drop not null, drop constraint transfer_log_whole_or_destroyed;"
                        + "update transfer_log set " + change + " where " + entry);
        return damage;
    }

    /** Has the one say something else than it said, and makes the hash beside it of that. */
    static Damage saying(String entries, String said, String instead) {
        byte[] entry = StoredEntry.bytes(Tables.asOwner()
                .sql("select entry from transfer_log where " + entries)
                .query(byte[].class)
                .single());
        String before = new String(entry, StandardCharsets.UTF_8);
        String after = before.replace(said, instead);
        assertThat(after).isNotEqualTo(before);
        return toBe(entries, after);
    }

    /** Of the tree too: copies of it are kept meanwhile, under names of their own. Waits for nothing, as the tree does not grow. */
    static Damage toProofOf(String entries, String change) {
        Damage damage = new Damage(entries);
        int copy = COPIES.incrementAndGet();
        Tables.change("create table kept_tile_%1$d as table log_tile; create table kept_run_%1$d as table log_run"
                .formatted(copy));
        damage.repairs.add(
                """
                delete from log_tile; insert into log_tile table kept_tile_%1$d;
                insert into log_run table kept_run_%1$d on conflict do nothing;
                drop table kept_tile_%1$d, kept_run_%1$d
                """
                        .formatted(copy));
        damage.change(change.replace("#", entries));
        return damage;
    }

    /** What it did of it is repaired where it fails. */
    private void change(String sql) {
        try {
            Tables.change(sql);
        } catch (RuntimeException e) {
            repair();
            throw e;
        }
    }

    /** How many of these places an open alarm names. */
    int alarms() {
        return superuser
                .sql("select count(*) from log_alarm where finding = 'ENTRY_DAMAGED' and closed_at is null"
                        + " and (shard, position) in (" + String.join(", ", places) + ")")
                .query(Integer.class)
                .single();
    }

    /** All of it or nothing, however often that has to be tried; the alarms that it raised go as well. */
    void repair() {
        Tables.change(repairs.stream().collect(Collectors.joining(";\n")));
    }
}
