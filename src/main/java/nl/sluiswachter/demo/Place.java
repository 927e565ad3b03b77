package nl.sluiswachter.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a cluster and its programs are, and as whom they run.
 *
 * @param folder holds the cluster and the server's log
 * @param home holds {@code bin}
 */
record Place(Path folder, Path home, ServerUser user) {

    private static final String CLUSTER = "cluster";

    /** Only root comes here, when the user that runs the server cannot enter the data folder. */
    private static final Path ELSEWHERE = Path.of("/var/lib/sluiswachter");

    /** The first place in which the server can work. */
    static Place find(Path data, Path programs, ProgressListener progress) {
        try {
            Place beside = first(data.resolve("postgresql"), programs, progress);
            if (beside != null) {
                return beside;
            }
            Place elsewhere = ServerUser.isRoot() ? elsewhere(data, progress) : null;
            if (elsewhere != null) {
                return elsewhere;
            }
        } catch (IOException e) {
            throw new EmbeddedPostgresException("The data folder " + data + " cannot be used: " + e, e);
        }
        throw new EmbeddedPostgresException("PostgreSQL cannot run in " + data + " as this user; start the gateway as"
                + " the ordinary user who owns the folder, or choose another with sluiswachter.demo.data.");
    }

    private static Place elsewhere(Path data, ProgressListener progress) throws IOException {
        Path other = ELSEWHERE.resolve(Integer.toHexString(data.hashCode()));
        progress.begins("PostgreSQL refuses to run as root and no other user can enter " + data
                + "; its files are kept in " + other);
        return first(other.resolve("postgresql"), other.resolve("programs"), progress);
    }

    private static Place first(Path folder, Path programs, ProgressListener progress) throws IOException {
        Path home = PostgresBinaries.unpackInto(programs, progress);
        Files.createDirectories(folder);
        for (ServerUser user : ServerUser.candidates(folder.resolve(CLUSTER))) {
            user.own(folder, "rwx------");
            if (user.canUse(folder, home.resolve("bin"))) {
                return new Place(folder, home, user);
            }
        }
        return null;
    }

    /** The folder that PostgreSQL calls its data directory. */
    Path cluster() {
        return folder.resolve(CLUSTER);
    }

    /** The command line of a program of PostgreSQL as the right user. */
    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return user.command(command);
    }
}
