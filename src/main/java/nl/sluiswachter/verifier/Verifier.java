package nl.sluiswachter.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.Limits;

/** The verifications there are. Each takes bytes or a place to read, believes nothing but the key given, and comes to a verdict. */
public final class Verifier {

    private static final String CHECKPOINT = "The checkpoint of the log";
    private static final String EARLIER = "The earlier checkpoint";

    private Verifier() {}

    /**
     * A whole log.
     *
     * @param key verifier key of the log, from elsewhere than the log
     * @param earlier a checkpoint that was kept; the log must continue it
     * @param archives files of months that were taken out of the database
     * @param progress gets the number of leaves, gives who is told how many are done
     */
    public static Verdict log(
            LogSource source,
            String key,
            Optional<byte[]> earlier,
            List<Path> archives,
            LongFunction<LongConsumer> progress) {
        return verdict(() -> {
            LogKey log = LogKey.parse(key);
            Checkpoint head = head(source, log);
            Optional<Checkpoint> before = earlier.isEmpty()
                    ? Optional.empty()
                    : Optional.of(log.believed(earlier.get(), EARLIER).checkpoint());
            try (Contents contents = new Contents(source, archives)) {
                new LogCheck(source, head, before, contents, progress.apply(head.size())).run();
                return statements(head, before, contents);
            }
        });
    }

    /** A whole log of which nothing was taken out. */
    public static Verdict log(
            LogSource source, String key, Optional<byte[]> earlier, LongFunction<LongConsumer> progress) {
        return log(source, key, earlier, List.of(), progress);
    }

    /** That the log of today begins with the log of an earlier checkpoint, without reading all of it. */
    public static Verdict consistency(LogSource source, String key, byte[] earlier) {
        return verdict(() -> {
            LogKey log = LogKey.parse(key);
            Checkpoint before = log.believed(earlier, EARLIER).checkpoint();
            Checkpoint head = head(source, log);
            new ConsistencyCheck(source).run(before, head);
            return List.of(head(head), continues(before));
        });
    }

    /**
     * A proof file.
     *
     * @param key verifier key of the log; without one the key in the file is taken, and said so
     * @param contents by label, what is said to have been delivered or left out
     */
    public static Verdict proof(byte[] file, Optional<String> key, Map<String, byte[]> contents) {
        return verdict(() -> {
            ProofFile proof = ProofFile.parse(file);
            LogKey log = LogKey.parse(key.orElse(proof.verifierKey()));
            List<String> statements = new ArrayList<>(new ProofCheck(proof, log, contents).run());
            if (key.isEmpty()) {
                statements.add("The key of the log was taken from the file itself; compare it with the one that the"
                        + " municipality publishes: " + proof.verifierKey());
            }
            return statements;
        });
    }

    /**
     * A receipt by itself.
     *
     * @param receipt compact JWS
     * @param keys JWK Set of the gateway
     */
    public static Verdict receipt(String receipt, byte[] keys) {
        return verdict(() -> {
            List<ReceiptKey> known = new ArrayList<>();
            for (JsonNode jwk : keySet(keys)) {
                known.add(ReceiptKey.of(jwk));
            }
            SignedReceipt signed = SignedReceipt.parse(receipt);
            signed.refuseUnsigned(known);
            return List.of("The receipt is signed by %s: %s on transfer %s, entry %s."
                    .formatted(
                            signed.claim("iss"),
                            signed.claim("decision"),
                            signed.claim("transferId"),
                            signed.claim("entryHash")));
        });
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

    private static Checkpoint head(LogSource source, LogKey key) throws IOException, Refuted {
        byte[] note = source.read("checkpoint", Limits.NOTE_BYTES)
                .orElseThrow(() -> new Unreadable("There is no checkpoint, so there is no log to verify."));
        return key.believed(note, CHECKPOINT).checkpoint();
    }

    private static List<String> statements(Checkpoint head, Optional<Checkpoint> before, Contents contents) {
        List<String> statements = new ArrayList<>();
        statements.add(head(head));
        statements.add("Every leaf is under that root, and every position of an instance is there once.");
        before.ifPresent(earlier -> statements.add(continues(earlier)));
        statements.add(
                contents.present()
                        ? "Every entry has the hash of its leaf, none is beside the tree, and no transfer was decided twice."
                        : "The entries themselves were not there to compare.");
        contents.destroyed().statement().ifPresent(statements::add);
        statements.add(
                contents.subjects() > 0
                        ? "Who entries are about was compared for " + contents.subjects() + " entries."
                        : "Who entries are about was not there to compare.");
        return statements;
    }

    private static String head(Checkpoint head) {
        return "The log %s has %d leaves with root %s.".formatted(head.origin(), head.size(), head.root());
    }

    private static String continues(Checkpoint earlier) {
        return "It continues the earlier checkpoint of %d leaves with root %s."
                .formatted(earlier.size(), earlier.root());
    }

    private interface Work {
        List<String> run() throws IOException, Refuted;
    }

    private static Verdict verdict(Work work) {
        try {
            return new Verdict.Sound(work.run());
        } catch (Refuted e) {
            return new Verdict.Broken(e.getMessage());
        } catch (Unreadable e) {
            return new Verdict.Unreadable(e.getMessage());
        } catch (IOException e) {
            return new Verdict.Unreadable(
                    "The log cannot be read: " + e.getClass().getSimpleName() + ".");
        }
    }
}
