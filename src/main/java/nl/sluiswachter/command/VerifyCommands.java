package nl.sluiswachter.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import nl.sluiswachter.verifier.Folder;
import nl.sluiswachter.verifier.LogSource;
import nl.sluiswachter.verifier.PublicAddress;
import nl.sluiswachter.verifier.Verdict;
import nl.sluiswachter.verifier.Verifier;

/** The commands of whoever checks the log: no database, no settings, nothing of the gateway but what it gave away. */
final class VerifyCommands {

    static final String HELP =
            """
            java -jar sluiswachter.jar verify <what>

              log <folder|https://host:port/log> --key <verifier key> [--checkpoint <kept file>]
                                       every leaf and, in an export, every entry
                --archive <file>       of a month that was taken out of the database; once for each
              consistency <kept checkpoint> <folder|https://host:port/log> --key <verifier key>
                                       that the log of today begins with the one of that checkpoint
              proof <file> [--key <verifier key>] [--content <label>=<file>]
                                       a file that GET /v1/transfers/{id}/proof gave; with what was delivered
              receipt <file> --keys <JWK Set>
                                       a receipt by itself

            --ca <file.pem>  authorities to believe for an address, in place of those of the JDK
            A key may be given as text or as the name of a file. Get it from elsewhere than from the log.
            Ends with 0 when all is as it must be, 1 when something is not, 2 when it could not be told.
            """;

    private static final int LARGEST = 8 * 1024 * 1024;

    private final Terminal terminal;
    private final Words words;

    VerifyCommands(Terminal terminal, Words words) {
        this.terminal = terminal;
        this.words = words;
    }

    /** The exit code. */
    int run() {
        String what = words.word(1).orElse("help");
        if (!words.settings().isEmpty()) {
            throw new Misuse("There is an option that verify does not know; help lists them.");
        }
        return switch (what) {
            case "help" -> {
                terminal.say(HELP.stripTrailing());
                yield CommandLine.DONE;
            }
            case "log" -> tell(Verifier.log(source(2), key(), earlier(), archives(), this::progress));
            case "consistency" -> tell(Verifier.consistency(source(3), key(), file(word(2))));
            case "proof" ->
                tell(Verifier.proof(file(word(2)), words.option("key").map(this::text), contents()));
            case "receipt" -> tell(Verifier.receipt(text(word(2)), file(option("keys"))));
            default -> throw new Misuse("There is no such thing to verify; help lists them.");
        };
    }

    private int tell(Verdict verdict) {
        if (verdict instanceof Verdict.Sound sound) {
            sound.statements().forEach(terminal::say);
            return CommandLine.DONE;
        }
        if (verdict instanceof Verdict.Broken broken) {
            terminal.complain(broken.sentence());
            return CommandLine.REFUSED;
        }
        terminal.complain(((Verdict.Unreadable) verdict).sentence());
        return CommandLine.UNABLE;
    }

    private LogSource source(int place) {
        String where = word(place);
        if (!where.startsWith("https://")) {
            return new Folder(path(where));
        }
        try {
            URI address = URI.create(where);
            return words.option("ca").isPresent()
                    ? PublicAddress.of(address, path(option("ca")))
                    : PublicAddress.of(address);
        } catch (IOException e) {
            throw new Misuse("The file of --ca cannot be read as certificates in PEM.");
        } catch (IllegalArgumentException e) {
            throw new Misuse("That is no address of a log.");
        }
    }

    private LongConsumer progress(long leaves) {
        return new Progress(terminal, leaves, System::nanoTime);
    }

    private String key() {
        return text(option("key"));
    }

    private Optional<byte[]> earlier() {
        return words.option("checkpoint").map(VerifyCommands::file);
    }

    private List<Path> archives() {
        return words.options("archive").stream().map(VerifyCommands::path).toList();
    }

    private Map<String, byte[]> contents() {
        Map<String, byte[]> contents = new HashMap<>();
        for (String content : words.options("content")) {
            int equals = content.indexOf('=');
            if (equals < 1) {
                throw new Misuse("A content is given as --content <label>=<file>.");
            }
            contents.put(content.substring(0, equals), file(content.substring(equals + 1)));
        }
        return contents;
    }

    private String word(int place) {
        return words.word(place).orElseThrow(() -> new Misuse("Say which file, folder or address; help tells how."));
    }

    private String option(String name) {
        return words.option(name).orElseThrow(() -> new Misuse("Say --" + name + "; help tells what it is."));
    }

    /** The text itself, or that of the file with this name. */
    private String text(String given) {
        boolean isFile;
        try {
            isFile = Files.isRegularFile(Path.of(given));
        } catch (InvalidPathException e) {
            isFile = false;
        }
        return isFile ? new String(file(given), StandardCharsets.UTF_8) : given;
    }

    private static byte[] file(String name) {
        try (InputStream in = Files.newInputStream(path(name))) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Misuse("A file to verify has at most 8 MiB.");
            }
            return bytes;
        } catch (IOException e) {
            throw new Misuse("A file that was named cannot be read.");
        }
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new Misuse("That is no name of a file or folder.");
        }
    }
}
