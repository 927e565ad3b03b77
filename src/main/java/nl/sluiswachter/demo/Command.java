package nl.sluiswachter.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program of the operating system. */
final class Command {

    private static final long MINUTES = 3;

    private Command() {}

    /** Whether the command can be run and ends well. */
    static boolean succeeds(List<String> command) {
        try {
            return start(command, ProcessBuilder.Redirect.DISCARD) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Runs the command to its end. Its output goes to a file, not a pipe: a server started by it keeps the output open.
     *
     * @throws EmbeddedPostgresException with the first lines of output when it fails
     */
    static void run(String what, List<String> command) {
        try {
            Path output = Files.createTempFile("sluiswachter", ".out");
            try {
                if (start(command, ProcessBuilder.Redirect.to(output.toFile())) != 0) {
                    throw new EmbeddedPostgresException(what + ": " + lastLines(output));
                }
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new EmbeddedPostgresException(what + ": " + e.getMessage(), e);
        }
    }

    private static int start(List<String> command, ProcessBuilder.Redirect output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        Process process =
                builder.redirectErrorStream(true).redirectOutput(output).start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(command.get(0) + " took longer than " + MINUTES + " minutes");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String lastLines(Path output) throws IOException {
        List<String> lines = Files.readAllLines(output, StandardCharsets.ISO_8859_1);
        return String.join(" ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
    }
}
