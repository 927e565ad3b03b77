package nl.sluiswachter.transferlog.tree;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table log_checkpoint: every checkpoint that was published. */
public final class CheckpointTable {

    private static final String LATEST = "select note from log_checkpoint order by epoch desc, size desc limit 1";
    private static final String INSERT =
            """
            insert into log_checkpoint (epoch, size, published_at, note) values (:epoch, :size, :at, :note)
                on conflict do nothing
            """;

    private final JdbcClient jdbc;

    public CheckpointTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest; empty before the first. */
    public Optional<SignedCheckpoint> latest() {
        return jdbc.sql(LATEST).query(byte[].class).optional().map(CheckpointTable::read);
    }

    void insert(TreeState tree, SignedCheckpoint checkpoint, Instant at) {
        jdbc.sql(INSERT)
                .param("epoch", tree.epoch())
                .param("size", tree.size())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("note", checkpoint.bytes())
                .update();
    }

    private static SignedCheckpoint read(byte[] note) {
        try {
            return SignedCheckpoint.parse(note);
        } catch (Malformed e) {
            throw new IllegalStateException("A stored checkpoint is damaged: " + e.getMessage(), e);
        }
    }
}
