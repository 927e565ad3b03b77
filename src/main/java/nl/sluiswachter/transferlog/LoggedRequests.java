package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.transfer.Requests;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Permitted requests as the transfer log has them, with the keys of their persons in one round trip. */
final class LoggedRequests implements Requests {

    private static final String FIND =
            """
            select l.shard, l.position, l.entry, l.entry_hash, array(select s.subject_key
                                    from transfer_log_subject s
                                   where s.shard = l.shard and s.position = l.position
                                      and s.recorded_at = l.recorded_at) as subjects
              from transfer_log l
             where l.transfer_id = :transferId and l.kind = 'DECISION' and l.outcome = 'PERMIT'
            """;

    private final JdbcClient jdbc;

    LoggedRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Asked> find(UUID transferId) {
        return jdbc.sql(FIND)
                .param("transferId", transferId)
                .query((row, number) -> asked(row))
                .optional();
    }

    private Asked asked(ResultSet row) throws SQLException {
        JsonNode entry = StoredEntry.readWhole(row);
        Set<String> fields = new HashSet<>();
        entry.path("dataItems").forEach(item -> fields.add(item.path("field").asText()));
        Set<SubjectKey> subjects = Arrays.stream(
                        (UUID[]) row.getArray("subjects").getArray())
                .map(SubjectKey::new)
                .collect(Collectors.toSet());
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        entry.path("persons")
                .forEach(person ->
                        relations.add(Relation.valueOf(person.path("relation").asText())));
        return new Asked(
                entry.path("exchangeType").asText(),
                new Oin(entry.path("sender").asText()),
                new Capacity(entry.path("senderCapacity").asText()),
                new Oin(entry.path("receiver").asText()),
                new Capacity(entry.path("receiverCapacity").asText()),
                fields,
                subjects,
                relations);
    }
}
