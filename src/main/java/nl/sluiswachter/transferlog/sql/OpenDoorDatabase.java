package nl.sluiswachter.transferlog.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The few connections to the database that are for whoever comes through the open door: anybody can come there, and must not
 * take those with which transfers are decided and delivered.
 */
public final class OpenDoorDatabase implements AutoCloseable {

    /** Connections of one node. */
    public static final int CONNECTIONS = 4;

    private final HikariDataSource source;

    /** @param gateway the connections of the gateway, whose settings hold here too */
    public OpenDoorDatabase(DataSource gateway) throws SQLException {
        HikariConfig config = new HikariConfig();
        gateway.unwrap(HikariDataSource.class).copyStateTo(config);
        config.setPoolName("open-door");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        this.source = new HikariDataSource(config);
    }

    /** Asks through these connections. */
    public JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    /** The connections themselves. */
    public DataSource source() {
        return source;
    }

    @Override
    public void close() {
        source.close();
    }
}
