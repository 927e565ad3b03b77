package nl.sluiswachter.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Does to the server of a test what {@link PostgresServer} never does. */
public final class CarelessServer {

    private CarelessServer() {}

    /**
     * Stops and starts the server that runs on these folders, with settings that it must not have.
     *
     * @param settings {@code name=value}
     */
    public static void startAgain(Path data, Path programs, int port, String... settings) {
        Place place = place(data, programs);
        String options = "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -p " + port + " -c "
                + String.join(" -c ", settings);
        control(
                place,
                "The server does not start again",
                "restart",
                "-l",
                place.folder().resolve("server.log").toString(),
                "-o",
                options);
    }

    /** Stops the server at once: nothing is written any more, for data that are thrown away. */
    public static void abandon(Path data, Path programs) {
        control(place(data, programs), "The server does not stop", "stop", "-m", "immediate");
    }

    private static Place place(Path data, Path programs) {
        return Place.find(data.toAbsolutePath(), programs.toAbsolutePath(), ProgressListener.SILENT);
    }

    private static void control(Place place, String otherwise, String... arguments) {
        List<String> whole = Stream.concat(Stream.of("-w", "-D", place.cluster().toString()), Stream.of(arguments))
                .toList();
        Command.run(otherwise, place.command("pg_ctl", whole.toArray(String[]::new)));
    }
}
