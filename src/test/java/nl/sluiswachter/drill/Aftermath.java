package nl.sluiswachter.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.sluiswachter.delivery.SomeOutbox;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.SomeNode;
import nl.sluiswachter.verifier.Believed;
import nl.sluiswachter.verifier.Folder;
import nl.sluiswachter.verifier.Kept;
import nl.sluiswachter.verifier.SomeTree;
import nl.sluiswachter.verifier.Verdict;
import nl.sluiswachter.verifier.Verifier;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be true of a log after something was killed. */
final class Aftermath {

    /** What appears together with a decision or not at all. */
    private static final List<String> TOGETHER =
            List.of("idempotency", "receipt", "decision_image", "task", "delivery", "payload");

    private final TestDatabase database;
    private final JdbcClient owner;
    private final Path folder;

    /** @param folder with the memory of the signer, in a file of that name */
    Aftermath(TestDatabase database, Path folder) {
        this.database = database;
        this.owner = JdbcClient.create(database.asOwner());
        this.folder = folder;
    }

    /**
     * A new instance goes on, nothing that was answered is missing, and nothing is there twice or by half.
     *
     * @param answered ids of entries that somebody was told are durable
     * @param published sizes of checkpoints that somebody was told are published
     */
    void isWhole(Collection<UUID> answered, Collection<Long> published) {
        awaitTheEndOfSessions();
        List<UUID> all = new ArrayList<>(answered);
        DataSource source = database.asApplication();
        try (SomeNode next = new SomeNode(source, SomeOutbox.on(source), folder.resolve("memory"))) {
            all.add(next.append());
            all.add(next.happen());
            Awaitility.await().until(() -> count("log_pending") == 0);
            assertThat(next.turn()).as(next.failure()).hasValue(count("transfer_log"));
        }
        assertThat(entries()).doesNotHaveDuplicates().containsAll(all);
        decisionsAreComplete();
        assertThat(count("log_alarm")).isZero();
        assertThat(sizes()).containsAll(published);
        treeAndEntriesAgree();
    }

    /** A session learns that its client is dead when it wants to tell it something. */
    private void awaitTheEndOfSessions() {
        JdbcClient superuser = JdbcClient.create(database.asSuperuser());
        Awaitility.await().until(() -> superuser
                .sql("select count(*) = 0 from pg_stat_activity where datname = current_database()"
                        + " and application_name in ('first', 'second')")
                .query(Boolean.class)
                .single());
    }

    private void decisionsAreComplete() {
        String decisions = "select transfer_id from transfer_log where kind = 'DECISION'";
        for (String table : TOGETHER) {
            String there = "select transfer_id from " + table;
            assertThat(ids("(%1$s except %2$s) union all (%2$s except %1$s)".formatted(decisions, there)))
                    .as(table)
                    .isEmpty();
        }
    }

    /** And each checkpoint continues the one before it. */
    private void treeAndEntriesAgree() {
        List<byte[]> notes = owner.sql("select note from log_checkpoint order by size")
                .query(byte[].class)
                .list();
        SomeTree tree = new SomeTree(database, folder);
        assertThat(tree.verify(Optional.of(notes.get(0)))).isInstanceOf(Verdict.Sound.class);
        Folder export = new Folder(tree.export(false));
        assertThat(notes).allSatisfy(note -> assertThat(
                        Verifier.consistency(export, Believed.key(tree.key()), List.of(new Kept.Signed(note))))
                .isInstanceOf(Verdict.Sound.class));
    }

    private List<UUID> entries() {
        return ids("select entry_id from transfer_log");
    }

    private List<UUID> ids(String sql) {
        return owner.sql(sql).query(UUID.class).list();
    }

    private List<Long> sizes() {
        return owner.sql("select size from log_checkpoint").query(Long.class).list();
    }

    private long count(String table) {
        return owner.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** What several nodes said. */
    static <T> List<T> all(Stream<List<T>> said) {
        return said.flatMap(List::stream).toList();
    }
}
