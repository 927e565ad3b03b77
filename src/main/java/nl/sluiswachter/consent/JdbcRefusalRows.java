package nl.sluiswachter.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import nl.sluiswachter.kernel.Oin;
import org.springframework.jdbc.core.RowMapper;

/** Reads those rows of {@link JdbcConsentRows#CURRENT} that are a {@code REFUSAL}. */
public final class JdbcRefusalRows implements RowMapper<RefusedRequest> {

    @Override
    public RefusedRequest mapRow(ResultSet row, int number) throws SQLException {
        JdbcConsentRows.Content content = JdbcConsentRows.content(row);
        return new RefusedRequest(
                JdbcConsentRows.subject(row),
                content.scope().scope(),
                content.answer().giver(),
                JdbcConsentRows.instant(row, "since"),
                new Oin(row.getString("registered_by")));
    }
}
