package nl.sluiswachter.transferlog.sql;

import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.support.SqlArrayValue;

/** One column of many rows as an array parameter, so that one prepared statement writes any number of rows. */
public final class SqlArray {

    private SqlArray() {}

    /** @param type the PostgreSQL type of an element */
    public static <R> SqlArrayValue of(String type, List<R> rows, Function<? super R, ?> column) {
        return new SqlArrayValue(type, rows.stream().map(column).toArray());
    }

    /** A column of type bytea; elements may be null. */
    public static <R> SqlArrayValue bytes(List<R> rows, Function<? super R, byte[]> column) {
        return new SqlArrayValue("bytea", (Object[]) rows.stream().map(column).toArray(byte[][]::new));
    }
}
