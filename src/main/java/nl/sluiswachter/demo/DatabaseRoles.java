package nl.sluiswachter.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The database with its two roles: the owner migrates, the application role only does what migrations granted to it, so
 * that a running gateway cannot change or delete what it logged.
 */
final class DatabaseRoles {

    /** Name of the database. */
    static final String DATABASE = "sluiswachter";

    /** Owns the tables; used for migrations only. */
    static final String OWNER = "sluiswachter_owner";

    /** The running gateway. */
    static final String APPLICATION = "sluiswachter_app";

    private DatabaseRoles() {}

    /** Makes roles and database where they are missing, and gives the roles these passwords. */
    static void ensure(String serverUrl, String superPassword, String ownerPassword, String appPassword)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection(serverUrl + "postgres", "postgres", superPassword);
                Statement statement = connection.createStatement()) {
            role(connection, OWNER, ownerPassword);
            role(connection, APPLICATION, appPassword);
            if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
            }
            statement.execute("revoke all on database " + DATABASE + " from public");
            statement.execute("grant connect on database " + DATABASE + " to " + APPLICATION);
        }
    }

    private static void role(Connection connection, String name, String password) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
                statement.execute(
                        "create role " + name + " login nosuperuser nocreatedb nocreaterole noinherit noreplication");
            }
            statement.execute("alter role " + name + " password " + statement.enquoteLiteral(password));
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }
}
