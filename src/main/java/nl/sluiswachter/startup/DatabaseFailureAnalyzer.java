package nl.sluiswachter.startup;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Names what is wrong with the connection to the database; classes of SQL states are those of PostgreSQL's appendix A. */
final class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SQLException cause) {
        String sentence = sentence(cause);
        return sentence == null ? null : new FailureAnalysis(sentence, null, cause);
    }

    private static String sentence(SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (state.startsWith("08")) {
            return "The database at spring.datasource.url cannot be reached.";
        }
        if (state.startsWith("28")) {
            return "The database refuses the user or password of spring.datasource.username or spring.flyway.user.";
        }
        if (state.startsWith("3D")) {
            return "The database named in spring.datasource.url does not exist.";
        }
        return state.startsWith("42501")
                ? "The role of spring.flyway.user may not make the tables; it must own the database."
                : null;
    }
}
