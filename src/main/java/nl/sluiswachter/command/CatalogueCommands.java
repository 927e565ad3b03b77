package nl.sluiswachter.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import nl.sluiswachter.activation.Activation;
import nl.sluiswachter.activation.Reviewed;
import nl.sluiswachter.catalogue.CatalogueDiff;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.kernel.crypto.PersonalKey;

/** The commands that need the database. */
final class CatalogueCommands {

    private static final int BRIEF = 19;

    private final Activation activation;
    private final CatalogueFiles ofThisJar;
    private final Terminal terminal;
    private final Words words;

    CatalogueCommands(Activation activation, CatalogueFiles ofThisJar, Terminal terminal, Words words) {
        this.activation = activation;
        this.ofThisJar = ofThisJar;
        this.terminal = terminal;
        this.words = words;
    }

    void run(String verb) {
        switch (verb) {
            case "load" -> load();
            case "rehearse" -> rehearse();
            case "approve" -> approve();
            case "activate" -> activate();
            case "status" -> new StatusReport(terminal).print(activation.status());
            case "diff" -> diff();
            default -> throw new Misuse("There is no command " + verb + "; help lists them.");
        }
    }

    private void load() {
        CatalogueFiles files = words.word(2).map(CommandLine::files).orElse(ofThisJar);
        Activation.Loaded loaded = activation.load(files);
        terminal.say(loaded.isNew() ? "Loaded %s" : "Already loaded: %s", loaded.version());
        terminal.say("Next: catalogue rehearse %s", brief(loaded.version()));
    }

    private void rehearse() {
        String version = version();
        new RehearsalReport(terminal).print(activation.rehearse(version, progress()));
        terminal.say(
                "Next: two officers, each with a key of their own: catalogue approve %s --officer-key <file>",
                brief(version));
    }

    private void approve() {
        String version = version();
        PersonalKey key = key();
        activation.demandFreshOfficer(version, key);
        Reviewed reviewed = activation.review(version, progress());
        new RehearsalReport(terminal).print(reviewed);
        String officer = activation.approve(reviewed, key).fingerprint();
        int given = activation.approvals(version);
        terminal.say("Approved %s by officer %s: %d of 2", version, officer.substring(0, 12), given);
        terminal.say(
                given < 2
                        ? "Next: another officer, with a key of their own: catalogue approve %s --officer-key <file>"
                        : "Next: catalogue activate %s",
                brief(version));
    }

    private Progress progress() {
        long total = activation.recordedDecisions();
        terminal.complain("Deciding " + Terminal.number(total) + " recorded decisions again");
        return new Progress(terminal, total, System::nanoTime);
    }

    private PersonalKey key() {
        Path file = Path.of(
                words.option("officer-key").orElseThrow(() -> new Misuse("Say with which key: --officer-key <file>.")));
        try {
            return PersonalKey.read(file, this::password);
        } catch (IOException | GeneralSecurityException e) {
            throw new Misuse(
                    "The officer's key cannot be read: it must be an unencrypted PKCS#8 PEM file, or a .p12 file"
                            + " with its password, with an EC key of 256 bits or an RSA key of 2048 bits.");
        }
    }

    private char[] password() {
        if (words.option("password-file").isPresent()) {
            try {
                Path file = Path.of(words.option("password-file").orElseThrow());
                return Files.readString(file, StandardCharsets.UTF_8).strip().toCharArray();
            } catch (IOException e) {
                throw new Misuse("The file of --password-file cannot be read.");
            }
        }
        if (System.console() == null) {
            throw new Misuse("There is no terminal to ask for the password: give --password-file <file>.");
        }
        return System.console().readPassword("Password of the officer's key: ");
    }

    private void activate() {
        String version = version();
        new RehearsalReport(terminal).print(activation.signedRehearsal(version));
        int number = activation.activate(version);
        terminal.say("Activated %s as number %d; every node decides by it within 5 seconds.", version, number);
    }

    /** From the law in force to a version or a folder, or from the first to the second. */
    private void diff() {
        CatalogueFiles from = words.word(3).isPresent()
                ? either(2)
                : activation.files(activation.inForce().version());
        CatalogueFiles to = either(words.word(3).isPresent() ? 3 : 2);
        List<String> lines = new CatalogueDiff().lines(from, to);
        lines.forEach(line -> terminal.say(line));
        terminal.say(lines.size() == 1 ? "%d difference" : "%d differences", lines.size());
    }

    private CatalogueFiles either(int place) {
        String given = words.word(place).orElseThrow(() -> new Misuse("Say which version or folder."));
        return Files.isDirectory(Path.of(given))
                ? CommandLine.files(given)
                : activation.files(activation.resolve(given));
    }

    private String version() {
        return activation.resolve(words.word(2).orElseThrow(() -> new Misuse("Say which version; status lists them.")));
    }

    private static String brief(String version) {
        return version.substring("sha256:".length(), BRIEF);
    }
}
