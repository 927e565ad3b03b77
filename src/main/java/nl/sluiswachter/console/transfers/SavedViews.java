package nl.sluiswachter.console.transfers;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Searches that officers kept by a name, each for itself and for every session. */
final class SavedViews {

    /** The most of one officer. */
    static final int MOST = 20;

    static final int LONGEST_NAME = 60;

    private static final String LIST =
            "select name, query from console_view where officer = :officer order by name limit :most";
    private static final String SAVE =
            """
            insert into console_view (officer, name, query)
            select :officer, :name, :query
             where (select count(*) from console_view where officer = :officer and name <> :name) < :most
            on conflict (officer, name) do update set query = excluded.query
            """;
    private static final String FORGET = "delete from console_view where officer = :officer and name = :name";

    private final JdbcClient jdbc;

    SavedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their names. */
    List<TransfersView.Saved> of(String officer) {
        return jdbc.sql(LIST)
                .param("officer", officer)
                .param("most", MOST)
                .query((row, number) ->
                        new TransfersView.Saved(row.getString("name"), Asking.PATH + "?" + row.getString("query")))
                .list();
    }

    /** Keeps it, in the place of what had this name; false when there are too many. */
    boolean save(String officer, String name, String query) {
        return jdbc.sql(SAVE)
                        .param("officer", officer)
                        .param("name", name)
                        .param("query", query)
                        .param("most", MOST)
                        .update()
                > 0;
    }

    void forget(String officer, String name) {
        jdbc.sql(FORGET).param("officer", officer).param("name", name).update();
    }
}
