package nl.sluiswachter.party;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import nl.sluiswachter.kernel.Oin;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which parties soon have no key or no agreement any more. */
public final class JdbcEndings {

    private static final String BEFORE =
            """
            select p.oin, p.name, 'CERTIFICATE' as kind, max(k.valid_until) as until
              from party p join party_key k on k.oin = p.oin
             where p.status = 'ACTIVE'
             group by p.oin, p.name having max(k.valid_until) < :before
            union all
            select oin, name, 'AGREEMENT', (agreement_until + 1)::timestamp at time zone 'Europe/Amsterdam'
              from party
             where status = 'ACTIVE' and (agreement_until + 1)::timestamp at time zone 'Europe/Amsterdam' < :before
             order by until, oin, kind limit :most
            """;

    private final JdbcClient jdbc;

    public JdbcEndings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that end before this moment, also those that have; the earliest first. */
    public List<Ending> before(Instant moment, int most) {
        return jdbc.sql(BEFORE)
                .param("before", moment.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> new Ending(
                        new Oin(row.getString("oin")),
                        row.getString("name"),
                        Ending.Kind.valueOf(row.getString("kind")),
                        row.getObject("until", OffsetDateTime.class).toInstant()))
                .list();
    }
}
