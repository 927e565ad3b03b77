package nl.sluiswachter.command;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import nl.sluiswachter.kernel.crypto.TimeStampRefused;
import nl.sluiswachter.verifier.Believed;
import nl.sluiswachter.verifier.Database;
import nl.sluiswachter.verifier.Kept;
import nl.sluiswachter.verifier.LogSource;
import nl.sluiswachter.verifier.Verdict;
import nl.sluiswachter.verifier.Verifier;
import nl.sluiswachter.verifier.recount.Recount;

/** The commands of whoever checks the log: no database, no settings, nothing of the gateway but what it gave away. */
final class VerifyCommands {

    static final String HELP =
            """
            java -jar sluiswachter.jar verify <what>

              log <folder|https://host:port/log> --key <verifier key> [--checkpoint <kept file>]...
                                       every leaf and, in an export, every entry
                --archive <file>       of a month that was taken out of the database; once for each
              log --database <jdbc:postgresql://...> [--user <name>] [--password-file <file>] [--with-subjects] --key ...
                                       the same in the database itself, as it is at this moment
              recount <folder> --key <verifier key> [--checkpoint <kept file>]...
                                       every entry and leaf of an export, by a program that is read in an hour; what
                                       months that were taken out had is gone for it
              consistency [<kept checkpoint>] <folder|https://host:port/log> --key <verifier key>
                                       that the log of today begins with what was kept
              proof <file> --key <verifier key> [--keys <JWK Set>] [--content <label>=<file>]
                                       a file that GET /v1/transfers/{id}/proof gave; with what was delivered;
                                       the proof of a receiver needs --keys, or the authority (PEM) of the
                                       gateway's certificate there
              report <file> --key <verifier key>
                                       the proof that belongs to a resident's report
              timestamp <token> <checkpoint> --key <verifier key> --tsa <file.pem>
                                       when an authority (RFC 3161) saw a checkpoint; its certificate in the file
              receipt <file> --keys <JWK Set>
                                       a receipt by itself

            --checkpoint <file> what was kept of the log; a folder with an export that was kept has several (log)
            --stamped <checkpoint>=<token> --tsa <file.pem>
                             a checkpoint that was kept with its time stamp (log, consistency)
            --paper "<line>" a daily line that was kept on paper, as an earlier checkpoint, or a file of such lines
                             (log, consistency)
            --witness <key>[,<key>...] [--quorum <n>]
                             who must have cosigned the log, and how many of them; without n all (log, consistency, proof)
            --pq-key <key>   the post-quantum key that must have signed too (log, consistency, proof)
            --ca <file.pem>  authorities to believe for an address, in place of those of the JDK
            A key may be given as text or as the name of a file. Get it from elsewhere than from the log.
            Ends with 0 when all is as it must be, 1 when something is not, 2 when it could not be told, 3 when nothing is
            wrong and something is not proven: it says what, and what would prove it.
            """;

    private static final List<String> NOT_COUNTED = List.of(
            "archive", "paper", "witness", "quorum", "stamped", "tsa", "pq-key", "database", "ca", "keys", "content");

    private final Terminal terminal;
    private final Words words;
    private final VerifyWords typed;

    VerifyCommands(Terminal terminal, Words words) {
        this.terminal = terminal;
        this.words = words;
        this.typed = new VerifyWords(words);
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
            case "log" -> log();
            case "recount" -> recount();
            case "consistency" -> consistency();
            case "proof" -> proof();
            case "report" -> tell(Verifier.report(VerifyWords.file(typed.word(2)), believed()));
            case "timestamp" -> timestamp();
            case "receipt" -> tell(Verifier.receipt(typed.text(typed.word(2)), VerifyWords.file(typed.option("keys"))));
            default -> throw new Misuse("There is no such thing to verify; help lists them.");
        };
    }

    private int log() {
        if (words.option("database").isEmpty()) {
            return log(typed.source(2));
        }
        try (Database database = typed.database()) {
            return log(database);
        } catch (IOException e) {
            terminal.complain(e.getMessage());
            return CommandLine.UNABLE;
        }
    }

    /** Tells each thing as it is found, so that none is left out. What is found is wrong, also where the rest cannot be read. */
    private int log(LogSource source) {
        AtomicBoolean found = new AtomicBoolean();
        Verdict verdict = Verifier.log(
                source,
                typed.believed(),
                typed.kept(words.options("checkpoint")),
                typed.archives(),
                this::progress,
                sentence -> {
                    found.set(true);
                    terminal.complain(sentence);
                });
        if (found.get() && verdict instanceof Verdict.Broken) {
            return CommandLine.REFUSED;
        }
        int code = tell(verdict);
        return found.get() ? CommandLine.REFUSED : code;
    }

    /** It knows a key and checkpoints, and nobody else. */
    private int recount() {
        if (NOT_COUNTED.stream().anyMatch(name -> words.option(name).isPresent())) {
            throw new Misuse(
                    "To count again takes --key and --checkpoint, and leaves the rest to log; help lists them.");
        }
        return Recount.count(
                VerifyWords.path(typed.word(2)),
                typed.text(typed.option("key")).strip(),
                words.options("checkpoint").stream().map(VerifyWords::path).toList(),
                terminal::say);
    }

    private int tell(Verdict verdict) {
        if (verdict instanceof Verdict.Sound sound) {
            sound.statements().forEach(terminal::say);
            return CommandLine.DONE;
        }
        if (verdict instanceof Verdict.Unproven unproven) {
            unproven.statements().forEach(terminal::say);
            unproven.open().forEach(terminal::complain);
            return CommandLine.UNPROVEN;
        }
        if (verdict instanceof Verdict.Broken broken) {
            terminal.complain(broken.sentence());
            broken.further().forEach(terminal::complain);
            return CommandLine.REFUSED;
        }
        terminal.complain(((Verdict.Unreadable) verdict).sentence());
        return CommandLine.UNABLE;
    }

    private LongConsumer progress(long leaves) {
        return new Progress(terminal, leaves, System::nanoTime);
    }

    private int consistency() {
        boolean hasFile = words.word(3).isPresent();
        List<Kept> kept = typed.kept(hasFile ? List.of(typed.word(2)) : List.of());
        if (kept.isEmpty() && words.options("witness").isEmpty()) {
            throw new Misuse("Say what was kept: a file with a checkpoint, or a line with --paper.");
        }
        return tell(Verifier.consistency(typed.source(hasFile ? 3 : 2), typed.believed(), kept));
    }

    /** The checkpoint first: a time stamp says nothing of who signed it. */
    private int timestamp() {
        byte[] note = VerifyWords.file(typed.word(3));
        Verdict signed = Verifier.checkpoint(note, typed.believed());
        if (!(signed instanceof Verdict.Sound)) {
            return tell(signed);
        }
        try {
            Instant at = KeptFiles.at(note, VerifyWords.file(typed.word(2)), VerifyWords.file(typed.option("tsa")));
            tell(signed);
            terminal.say("The time-stamp authority saw that checkpoint at %s.", at);
            return CommandLine.DONE;
        } catch (TimeStampRefused e) {
            terminal.complain(e.getMessage());
            return CommandLine.REFUSED;
        }
    }

    private int proof() {
        Optional<byte[]> keys = words.option("keys").map(VerifyWords::file);
        return tell(Verifier.proof(VerifyWords.file(typed.word(2)), believed(), keys, typed.contents()));
    }

    /** Empty when nobody was named: then the key in the file is taken. */
    private Optional<Believed> believed() {
        boolean believesNobody = Stream.of("key", "witness", "pq-key")
                .allMatch(name -> words.options(name).isEmpty());
        return believesNobody ? Optional.empty() : Optional.of(typed.believed());
    }
}
