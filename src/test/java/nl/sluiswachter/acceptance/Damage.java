package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import nl.sluiswachter.kernel.crypto.Sha256;
import nl.sluiswachter.transferlog.StoredEntry;
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
                   format('update transfer_log set entry = %L, entry_hash = %L, outcome = %L, transfer_id = %L where (shard, position) = (%s, %s);'
                          ' delete from transfer_log_subject where (shard, position) = (%s, %s) and subject_key <> all(%L)',
                          l.entry, l.entry_hash, l.outcome, l.transfer_id, l.shard, l.position, l.shard, l.position,
                          array(select s.subject_key from transfer_log_subject s
                                 where (s.shard, s.position) = (l.shard, l.position))) as repair
              from transfer_log l where
            """;

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
        Tables.asOwner();
        Damage damage = new Damage(entries);
        Tables.change(change.replace("#", entries));
        return damage;
    }

    /** Has the one say something else than it said, and makes the hash beside it of that. */
    static Damage saying(String entries, String said, String instead) {
        byte[] entry = StoredEntry.bytes(Tables.asOwner()
                .sql("select entry from transfer_log where " + entries)
                .query(byte[].class)
                .single());
        String before = new String(entry, StandardCharsets.UTF_8);
        byte[] after = before.replace(said, instead).getBytes(StandardCharsets.UTF_8);
        assertThat(after).isNotEqualTo(entry);
        HexFormat hex = HexFormat.of();
        return to(
                entries,
                "update transfer_log set entry = '\\x%s', entry_hash = '\\x%s' where #"
                        .formatted(hex.formatHex(PackedEntry.pack(after)), Sha256.hex(after)));
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
        Tables.change(change.replace("#", entries));
        return damage;
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
