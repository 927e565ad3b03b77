package nl.sluiswachter.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The server process of one cluster, driven by {@code initdb} and {@code pg_ctl}. */
final class PostgresServer {

    private static final int ATTEMPTS = 5;

    /**
     * Nothing here lowers durability. Statements and error details stay out of the server's log because they hold
     * personal data.
     */
    private static final String OPTIONS = String.join(
            " ",
            "-c listen_addresses=127.0.0.1",
            "-c unix_socket_directories=",
            "-c max_connections=60",
            "-c fsync=on",
            "-c synchronous_commit=on",
            "-c full_page_writes=on",
            "-c log_min_error_statement=panic",
            "-c log_error_verbosity=terse",
            "-c timezone=UTC");

    private final Place place;
    private int port;

    private PostgresServer(Place place) {
        this.place = place;
    }

    /** Unpacks the programs, makes the cluster when there is none and stops what a killed gateway left running. */
    static PostgresServer prepare(Path data, Path programs, ProgressListener progress) {
        PostgresServer server = new PostgresServer(Place.find(data, programs, progress));
        if (!Files.exists(server.place.cluster().resolve("PG_VERSION"))) {
            progress.begins("Making the database");
            server.initialise(superPassword(data));
        } else if (Files.exists(server.place.cluster().resolve("postmaster.pid")) && server.isRunning()) {
            progress.begins("Stopping the database that an earlier gateway left running");
            server.stop();
        }
        return server;
    }

    /** The random password of the superuser, kept in the data folder. */
    static String superPassword(Path data) {
        return Secrets.keep(data.resolve("postgres.password"), Secrets::random);
    }

    int port() {
        return port;
    }

    /** Starts the server and waits until it answers. */
    void start(int wanted, ProgressListener progress) {
        progress.begins("Starting the database");
        for (int attempt = 1; ; attempt++) {
            port = wanted == 0 ? freePort() : wanted;
            try {
                control("The embedded database does not start", "start", "-l", log(), "-o", OPTIONS + " -p " + port);
                return;
            } catch (EmbeddedPostgresException e) {
                // Somebody may have taken the free port in between; a port that was asked for is not ours to change.
                if (wanted != 0 || attempt == ATTEMPTS) {
                    throw new EmbeddedPostgresException(
                            "The embedded database does not start on port " + port + " (sluiswachter.demo.database-port"
                                    + " moves it); its log is " + log() + ".",
                            e);
                }
            }
        }
    }

    /** Stops the server in order: sessions are ended, everything committed is on disk. */
    void stop() {
        control("The embedded database does not stop", "stop", "-m", "fast");
    }

    private boolean isRunning() {
        return Command.succeeds(
                place.command("pg_ctl", "status", "-D", place.cluster().toString()));
    }

    private void control(String what, String... arguments) {
        List<String> whole = new ArrayList<>(List.of("-D", place.cluster().toString(), "-w", "-t", "120"));
        whole.addAll(List.of(arguments));
        Command.run(what, place.command("pg_ctl", whole.toArray(String[]::new)));
    }

    private String log() {
        return place.folder().resolve("server.log").toString();
    }

    private void initialise(String password) {
        try {
            Folders.delete(place.cluster());
            Path passwordFile = place.folder().resolve("initial.password");
            Files.deleteIfExists(passwordFile);
            Files.createFile(
                    passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile, password, StandardCharsets.US_ASCII);
            place.user().own(passwordFile, "rw-------");
            try {
                initdb(passwordFile);
            } finally {
                Files.deleteIfExists(passwordFile);
            }
        } catch (IOException e) {
            throw new EmbeddedPostgresException("No database can be made in " + place.folder() + ": " + e, e);
        }
    }

    private void initdb(Path passwordFile) {
        Command.run(
                "No database can be made in " + place.folder(),
                place.command(
                        "initdb",
                        "--pgdata=" + place.cluster(),
                        "--username=postgres",
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedPostgresException("There is no free port for the embedded database: " + e, e);
        }
    }
}
