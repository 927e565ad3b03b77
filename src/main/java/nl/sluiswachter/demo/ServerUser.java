package nl.sluiswachter.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * As whom the database programs run. PostgreSQL refuses to run as root, so a gateway started by root runs it in a user
 * namespace of its own (nothing changes owner) or, where that is forbidden, as another user.
 *
 * @param prefix put before each command
 * @param uid who must own the files, where that is another user
 */
record ServerUser(List<String> prefix, OptionalInt uid) {

    private static final int NOBODY = 65534;
    private static final ServerUser SAME = new ServerUser(List.of(), OptionalInt.empty());

    /** Ways to run the programs for the cluster, best first; none was tried. An existing one keeps its owner. */
    static List<ServerUser> candidates(Path cluster) throws IOException {
        if (!isRoot()) {
            return List.of(SAME);
        }
        if (Files.isDirectory(cluster) && uidOf(cluster) > 0) {
            return List.of(other(uidOf(cluster)));
        }
        return List.of(new ServerUser(List.of("unshare", "-U"), OptionalInt.empty()), other(NOBODY));
    }

    /** Gives the file or folder to the owner of the server, for that owner only. */
    void own(Path file, String permissions) throws IOException {
        if (isRoot()) {
            Files.setAttribute(file, "unix:uid", uid.orElse(0));
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    /** Whether the server could write in this folder and run programs from that one. */
    boolean canUse(Path writable, Path programs) {
        String test = "test -w \"$1\" && test -x \"$1\" && test -x \"$2\"";
        List<String> check = List.of("sh", "-c", test, "sh", writable.toString(), programs.toString());
        return Command.succeeds(command(check));
    }

    /** The command as this user. */
    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    private static ServerUser other(int uid) {
        return new ServerUser(
                List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups", "--"), OptionalInt.of(uid));
    }

    /** Whether the gateway itself runs as root. */
    static boolean isRoot() throws IOException {
        Path probe = Files.createTempFile("sluiswachter", ".probe");
        try {
            return uidOf(probe) == 0;
        } finally {
            Files.delete(probe);
        }
    }

    private static int uidOf(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid");
    }
}
