package nl.sluiswachter.demo;

import java.nio.file.Path;

/** Starts the server of a test again with settings that {@link PostgresServer} never gives it. */
public final class CarelessServer {

    private CarelessServer() {}

    /**
     * Stops and starts the server that runs on these folders.
     *
     * @param settings {@code name=value}
     */
    public static void startAgain(Path data, Path programs, int port, String... settings) {
        Place place = Place.find(data.toAbsolutePath(), programs.toAbsolutePath(), ProgressListener.SILENT);
        String options = "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -p " + port + " -c "
                + String.join(" -c ", settings);
        Command.run(
                "The server does not start again",
                place.command(
                        "pg_ctl",
                        "restart",
                        "-w",
                        "-D",
                        place.cluster().toString(),
                        "-l",
                        place.folder().resolve("server.log").toString(),
                        "-o",
                        options));
    }
}
