package nl.sluiswachter.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import nl.sluiswachter.kernel.Oin;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code party}, read as a whole. */
final class JdbcPartyRoll implements PartyRoll {

    private static final String ALL = "select oin, name, status, capacities from party order by name, oin limit :most";

    private static final String SOME = "select oin, name, status, capacities from party where oin = any(:oins)";

    private final JdbcClient jdbc;

    JdbcPartyRoll(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Registered> all() {
        return jdbc.sql(ALL)
                .param("most", MOST)
                .query((row, number) -> registered(row))
                .list();
    }

    @Override
    public List<Registered> some(Collection<Oin> oins) {
        return jdbc.sql(SOME)
                .param("oins", oins.stream().map(Oin::value).distinct().toArray(String[]::new))
                .query((row, number) -> registered(row))
                .list();
    }

    private static Registered registered(ResultSet row) throws SQLException {
        String[] capacities = (String[]) row.getArray("capacities").getArray();
        return new Registered(
                new Oin(row.getString("oin")),
                PlainName.of(row.getString("name")),
                PartyStatus.valueOf(row.getString("status")),
                Arrays.stream(capacities).map(Capacity::new).collect(Collectors.toSet()));
    }
}
