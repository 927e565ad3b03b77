package nl.sluiswachter.party;

import java.net.URI;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.sluiswachter.kernel.Oin;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The party register in PostgreSQL. Each call is one statement, so that nobody sees a party without its keys. */
public final class JdbcParties implements Parties {

    private static final String FIND =
            """
            select p.name, p.side, p.status, p.capacities, p.push_url, p.push_trust, p.agreement_until,
                   k.fingerprint, k.valid_from, k.valid_until
              from party p
              left join party_key k on k.oin = p.oin
             where p.oin = :oin
             order by k.valid_from, k.fingerprint
            """;

    private static final String SAVE =
            """
            with saved as (
                insert into party (oin, name, side, status, capacities, push_url, push_trust, agreement_until)
                values (:oin, :name, :side, :status, :capacities, :pushUrl, :pushTrust, cast(:agreementUntil as date))
                on conflict (oin) do update
                   set name = excluded.name, side = excluded.side, status = excluded.status,
                       capacities = excluded.capacities, push_url = excluded.push_url,
                       push_trust = excluded.push_trust, agreement_until = excluded.agreement_until,
                       changed_at = now()
            ), gone as (
                delete from party_key where oin = :oin and fingerprint <> all (:fingerprints)
            )
            insert into party_key (oin, fingerprint, valid_from, valid_until)
            select :oin, k.fingerprint, k.valid_from, k.valid_until
              from unnest(:fingerprints, cast(:validFrom as timestamptz[]), cast(:validUntil as timestamptz[]))
                   as k (fingerprint, valid_from, valid_until)
            on conflict (oin, fingerprint) do update
               set valid_from = excluded.valid_from, valid_until = excluded.valid_until
            """;

    private final JdbcClient jdbc;

    public JdbcParties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Party> find(Oin oin) {
        return jdbc.sql(FIND)
                .param("oin", oin.value())
                .query(rows -> rows.next() ? Optional.of(party(oin, rows)) : Optional.empty());
    }

    @Override
    public void save(Party party) {
        jdbc.sql(SAVE)
                .param("oin", party.oin().value())
                .param("name", party.name())
                .param("side", party.side().name())
                .param("status", party.status().name())
                .param(
                        "capacities",
                        party.capacities().stream().map(Capacity::code).sorted().toArray(String[]::new))
                .param(
                        "pushUrl",
                        party.push().map(push -> push.url().toString()).orElse(null))
                .param("pushTrust", party.push().map(PushEndpoint::trustPem).orElse(null))
                .param(
                        "agreementUntil",
                        party.agreementUntil().map(LocalDate::toString).orElse(null))
                .param("fingerprints", texts(party, PartyKey::fingerprint))
                .param("validFrom", texts(party, key -> key.validFrom().toString()))
                .param("validUntil", texts(party, key -> key.validUntil().toString()))
                .update();
    }

    private static String[] texts(Party party, Function<PartyKey, String> part) {
        return party.keys().stream().map(part).toArray(String[]::new);
    }

    /** Reads the row the cursor is on, and the keys of the rows after it. */
    private static Party party(Oin oin, ResultSet rows) throws SQLException {
        String name = rows.getString("name");
        Side side = Side.valueOf(rows.getString("side"));
        PartyStatus status = PartyStatus.valueOf(rows.getString("status"));
        Set<Capacity> capacities = capacities(rows.getArray("capacities"));
        Optional<PushEndpoint> push = push(rows.getString("push_url"), rows.getString("push_trust"));
        Optional<LocalDate> agreement = Optional.ofNullable(rows.getObject("agreement_until", LocalDate.class));
        return new Party(oin, name, side, status, capacities, keys(rows), push, agreement);
    }

    private static Set<Capacity> capacities(Array codes) throws SQLException {
        return Arrays.stream((String[]) codes.getArray()).map(Capacity::new).collect(Collectors.toSet());
    }

    private static Optional<PushEndpoint> push(String url, String trustPem) {
        return url == null ? Optional.empty() : Optional.of(new PushEndpoint(URI.create(url), trustPem));
    }

    private static List<PartyKey> keys(ResultSet rows) throws SQLException {
        List<PartyKey> keys = new ArrayList<>();
        do {
            if (rows.getString("fingerprint") != null) {
                keys.add(new PartyKey(
                        rows.getString("fingerprint"), instant(rows, "valid_from"), instant(rows, "valid_until")));
            }
        } while (rows.next());
        return keys;
    }

    private static Instant instant(ResultSet rows, String column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }
}
