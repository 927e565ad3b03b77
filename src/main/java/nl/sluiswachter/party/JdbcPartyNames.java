package nl.sluiswachter.party;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import nl.sluiswachter.kernel.Oin;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What many parties are called, in one query. */
public final class JdbcPartyNames {

    private static final String OF = "select oin, name from party where oin = any(:oins)";

    private final JdbcClient jdbc;

    JdbcPartyNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the value of the OIN; without those that are not registered. */
    public Map<String, String> of(Collection<Oin> oins) {
        Map<String, String> names = new TreeMap<>();
        jdbc.sql(OF)
                .param("oins", oins.stream().map(Oin::value).distinct().toArray(String[]::new))
                .query(row -> {
                    names.put(row.getString("oin"), row.getString("name"));
                });
        return names;
    }
}
