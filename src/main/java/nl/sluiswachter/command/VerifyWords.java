package nl.sluiswachter.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.NoteVerifier;
import nl.sluiswachter.transferlog.merkle.VerifierKey;
import nl.sluiswachter.transferlog.postquantum.PostQuantum;
import nl.sluiswachter.verifier.Believed;
import nl.sluiswachter.verifier.Database;
import nl.sluiswachter.verifier.Folder;
import nl.sluiswachter.verifier.Kept;
import nl.sluiswachter.verifier.LogSource;
import nl.sluiswachter.verifier.PublicAddress;

/** What was typed for a verification: whom to believe, what was kept, and what to look at. */
final class VerifyWords {

    private static final int LARGEST = 8 * 1024 * 1024;

    private final Words words;

    VerifyWords(Words words) {
        this.words = words;
    }

    LogSource source(int place) {
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

    /** Connected, as it is now. */
    Database database() throws IOException {
        Properties account = new Properties();
        words.option("user").ifPresent(name -> account.setProperty("user", name));
        words.option("password-file")
                .ifPresent(name -> account.setProperty("password", text(name).strip()));
        return new Database(
                option("database"),
                account,
                words.flag("with-subjects"),
                Math.max(1, believed().quorum()));
    }

    Believed believed() {
        List<String> witnesses = words.options("witness").stream()
                .flatMap(given -> Stream.of(given.split(",")))
                .map(this::text)
                .toList();
        try {
            int quorum = words.option("quorum").map(Integer::parseInt).orElse(witnesses.size());
            if (quorum < 1 && !witnesses.isEmpty()) {
                throw new Misuse("A quorum is a number of witnesses, at least 1.");
            }
            Instant now = Clock.systemUTC().instant(); // the one of whoever types this
            return new Believed(text(option("key")), witnesses, quorum, further(), Optional.of(now));
        } catch (NumberFormatException e) {
            throw new Misuse("A quorum is a number of witnesses, at least 1.");
        }
    }

    private List<NoteVerifier> further() {
        List<NoteVerifier> further = new ArrayList<>();
        try {
            for (String key : words.options("pq-key")) {
                further.add(VerifierKey.parse(text(key).strip()).verifier(List.of(new PostQuantum())));
            }
            return further;
        } catch (Malformed e) {
            throw new Misuse(e.getMessage());
        }
    }

    /** @param files with a checkpoint each, or folders with an export */
    List<Kept> kept(List<String> files) {
        List<Kept> kept = new ArrayList<>();
        files.forEach(name -> kept.addAll(KeptFiles.of(path(name))));
        words.options("stamped").forEach(given -> {
            String[] names = given.split("=", 2);
            kept.add(KeptFiles.stamped(file(names[0]), file(names[names.length - 1]), file(option("tsa"))));
        });
        words.options("paper").stream()
                .flatMap(given -> text(given).lines())
                .filter(line -> !line.isBlank())
                .forEach(line -> kept.add(new Kept.Paper(line)));
        return kept;
    }

    /** Files of months that were taken out of the database. */
    List<Path> archives() {
        return words.options("archive").stream().map(VerifyWords::path).toList();
    }

    Map<String, byte[]> contents() {
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

    String word(int place) {
        return words.word(place).orElseThrow(() -> new Misuse("Say which file, folder or address; help tells how."));
    }

    String option(String name) {
        return words.option(name).orElseThrow(() -> new Misuse("Say --" + name + "; help tells what it is."));
    }

    /** The text itself, or that of the file with this name. */
    String text(String given) {
        boolean isFile;
        try {
            isFile = Files.isRegularFile(Path.of(given));
        } catch (InvalidPathException e) {
            isFile = false;
        }
        return isFile ? new String(file(given), StandardCharsets.UTF_8) : given;
    }

    static byte[] file(String name) {
        return file(path(name));
    }

    static byte[] file(Path name) {
        try (InputStream in = Files.newInputStream(name)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Misuse("A file to verify has at most 8 MiB.");
            }
            return bytes;
        } catch (IOException e) {
            throw new Misuse("A file that was named cannot be read.");
        }
    }

    static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new Misuse("That is no name of a file or folder.");
        }
    }
}
