package nl.sluiswachter.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;

/** The verifications there are. Each takes bytes or a place to read, believes nothing but the key given, and comes to a verdict. */
public final class Verifier {

    private Verifier() {}

    /**
     * A whole log.
     *
     * @param kept what was kept earlier; the log must continue all of it
     * @param archives files of months that were taken out of the database
     * @param progress gets the number of leaves, gives who is told how many are done
     * @param found is told each thing that is not as it must be, as it is found; a broken verdict has the first hundred of them
     */
    public static Verdict log(
            LogSource source,
            Believed believed,
            List<Kept> kept,
            List<Path> archives,
            LongFunction<LongConsumer> progress,
            Consumer<String> found) {
        return verdict(() -> {
            LogHead log = LogHead.read(source, LogKey.parse(believed), kept, believed.now());
            try (Contents contents = new Contents(source, archives, log.outside(), found)) {
                new LogCheck(source, log, contents, progress.apply(log.head().size())).run();
                return Verdict.of(statements(log, contents), open(source, contents));
            }
        });
    }

    /** A whole log of which nothing was taken out. */
    public static Verdict log(
            LogSource source, Believed believed, List<Kept> kept, LongFunction<LongConsumer> progress) {
        return log(source, believed, kept, List.of(), progress, sentence -> {});
    }

    /** That the log of today begins with what was kept earlier, without reading all of it. */
    public static Verdict consistency(LogSource source, Believed believed, List<Kept> kept) {
        return verdict(() -> {
            LogHead log = LogHead.read(source, LogKey.parse(believed), kept, believed.now());
            new ConsistencyCheck(source, log.head()).run(log.anchors());
            return new Verdict.Sound(log.statements());
        });
    }

    /** A checkpoint by itself: that the log signed it, and those who had to with it. */
    public static Verdict checkpoint(byte[] note, Believed believed) {
        return verdict(() -> new Verdict.Sound(LogHead.alone(note, LogKey.parse(believed))));
    }

    /**
     * A proof file.
     *
     * @param believed empty to take the key in the file, which proves nothing of who made it
     * @param keys JWK Set of the gateway, or authorities (PEM) that certify its keys; empty to take the key of the receipt in the
     *     file, as little a proof
     * @param contents by label, what is said to have been delivered or left out
     */
    public static Verdict proof(
            byte[] file, Optional<Believed> believed, Optional<byte[]> keys, Map<String, byte[]> contents) {
        return verdict(() -> {
            ProofFile proof = ProofFile.parse(file);
            LogKey log = LogKey.parse(believed.orElseGet(() -> Believed.key(proof.verifierKey())));
            Optional<byte[]> pem = keys.filter(ReceiptAuthority::isMeant);
            Optional<ReceiptAuthority> authority =
                    pem.isPresent() ? Optional.of(ReceiptAuthority.parse(pem.get())) : Optional.empty();
            List<ReceiptKey> known = pem.isPresent() ? List.of() : receiptKeys(keys);
            ProofCheck check = new ProofCheck(proof, log, known, authority, contents);
            check.run();
            List<String> open = new ArrayList<>(check.open());
            sayWhoseKey(open, believed, proof.verifierKey());
            return Verdict.of(check.statements(), open);
        });
    }

    /** A proof file, with the key of the receipt that is in it. */
    public static Verdict proof(byte[] file, Optional<Believed> believed, Map<String, byte[]> contents) {
        return proof(file, believed, Optional.empty(), contents);
    }

    /**
     * The proof of a resident's report.
     *
     * @param believed empty to take the key in the file, which proves nothing of who made it
     */
    public static Verdict report(byte[] file, Optional<Believed> believed) {
        return verdict(() -> {
            ReportFile report = ReportFile.parse(file);
            LogKey log = LogKey.parse(believed.orElseGet(() -> Believed.key(report.verifierKey())));
            ReportCheck check = new ReportCheck(report, log);
            check.run();
            List<String> open = new ArrayList<>(check.open());
            sayWhoseKey(open, believed, report.verifierKey());
            return Verdict.of(check.statements(), open);
        });
    }

    private static void sayWhoseKey(List<String> open, Optional<Believed> believed, String inFile) {
        if (believed.isEmpty()) {
            open.add("The key of the log was taken from the file itself, so anybody can have made it: give the one that"
                    + " the municipality publishes with --key, when it is this one: " + inFile);
        }
    }

    /**
     * A receipt by itself.
     *
     * @param receipt compact JWS
     * @param keys JWK Set of the gateway
     */
    public static Verdict receipt(String receipt, byte[] keys) {
        return verdict(() -> {
            List<ReceiptKey> known = receiptKeys(Optional.of(keys));
            SignedReceipt signed = SignedReceipt.parse(receipt);
            signed.refuseUnsigned(known);
            return new Verdict.Sound(List.of("The receipt is signed by %s: %s on transfer %s, entry %s."
                    .formatted(
                            signed.claim("iss"),
                            signed.claim("decision"),
                            signed.claim("transferId"),
                            signed.claim("entryHash"))));
        });
    }

    /** Those of the gateway; none where none were given. */
    private static List<ReceiptKey> receiptKeys(Optional<byte[]> keys) throws Unreadable {
        List<ReceiptKey> known = new ArrayList<>();
        if (keys.isPresent()) {
            for (JsonNode jwk : keySet(keys.get())) {
                known.add(ReceiptKey.of(jwk));
            }
        }
        return known;
    }

    private static JsonNode keySet(byte[] keys) throws Unreadable {
        try {
            JsonNode set = JsonMapper.builder().build().readTree(keys).path("keys");
            if (set.isArray()) {
                return set;
            }
        } catch (IOException e) {
            // said below
        }
        throw new Unreadable("The keys for a receipt are a JWK Set (RFC 7517).");
    }

    private static List<String> statements(LogHead log, Contents contents) {
        List<String> statements = new ArrayList<>(log.statements());
        statements.add("Every leaf is under that root, and every position of an instance is there once.");
        statements.add(
                contents.present()
                        ? "Every entry has the hash of its leaf, none is beside the tree, and no transfer was decided twice."
                        : "The entries themselves were not there to compare.");
        statements.addAll(contents.destroyed().statements());
        statements.add(contents.compared().statement());
        return statements;
    }

    private static List<String> open(LogSource source, Contents contents) {
        List<String> open = new ArrayList<>();
        if (source.shouldHaveEntries() && !contents.present()) {
            open.add(
                    "The folder has no entries, so nothing of what they say was compared: an export has them in entries/.");
        }
        contents.destroyed().open().ifPresent(open::add);
        open.addAll(contents.compared().open());
        return open;
    }

    private interface Work {
        Verdict run() throws IOException, Refuted;
    }

    private static Verdict verdict(Work work) {
        try {
            return work.run();
        } catch (Refuted e) {
            return new Verdict.Broken(e.getMessage(), e.further());
        } catch (Unreadable e) {
            return new Verdict.Unreadable(e.getMessage());
        } catch (IOException | RuntimeException | VirtualMachineError e) { // what nobody thought of is no proof either
            return new Verdict.Unreadable(
                    "The log cannot be read: %s.".formatted(e.getClass().getSimpleName()));
        }
    }
}
