package nl.sluiswachter.console.transfers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.transferlog.LogDamaged;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.LogProof;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.proof.ProofFiles;
import nl.sluiswachter.transferlog.tree.DamageAlarm;
import nl.sluiswachter.verifier.Believed;
import nl.sluiswachter.verifier.Verdict;
import nl.sluiswachter.verifier.Verifier;

/** Makes the proof of a decision and has it verified by the program that outsiders verify it with. */
final class OnTheSpot {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ProofFiles files;
    private final DamageAlarm alarm;

    OnTheSpot(ProofFiles files, DamageAlarm alarm) {
        this.files = files;
        this.alarm = alarm;
    }

    /** The proof file; empty as long as the decision is under no published checkpoint. */
    Optional<byte[]> file(UUID id) {
        return files.forOfficer(id).map(OnTheSpot::bytes);
    }

    /** What the verifier says about it now. */
    TransferView.Proof verify(UUID id) {
        try {
            return files.forOfficer(id)
                    .map(OnTheSpot::verified)
                    .orElseGet(() -> proof("transfers.proof.NOT_YET", List.of()));
        } catch (LogDamaged e) {
            alarm.raise(e);
            return proof("transfers.proof.BROKEN", List.of(e.getMessage()));
        }
    }

    private static TransferView.Proof verified(Map<String, Object> file) {
        Believed believed = Believed.key((String) file.get("verifierKey"));
        Verdict verdict = Verifier.proof(bytes(file), Optional.of(believed), Map.of());
        if (verdict instanceof Verdict.Sound sound) {
            return sound(sound.statements(), checkpoint((String) file.get("proof")));
        }
        if (verdict instanceof Verdict.Unproven unproven) {
            return sound(unproven.statements(), checkpoint((String) file.get("proof")));
        }
        return proof("transfers.proof.BROKEN", List.of(sentence(verdict)));
    }

    private static String sentence(Verdict verdict) {
        return verdict instanceof Verdict.Broken broken ? broken.sentence() : ((Verdict.Unreadable) verdict).sentence();
    }

    private static TransferView.Proof sound(List<String> statements, Checkpoint head) {
        return new TransferView.Proof(
                "transfers.proof.SOUND",
                statements,
                Long.toString(head.size()),
                head.root().toString());
    }

    private static TransferView.Proof proof(String words, List<String> sentences) {
        return new TransferView.Proof(words, sentences, "", "");
    }

    private static Checkpoint checkpoint(String proof) {
        try {
            return LogProof.parse(proof.getBytes(StandardCharsets.UTF_8))
                    .checkpoint()
                    .checkpoint();
        } catch (Malformed e) {
            throw new IllegalStateException("A proof that was verified cannot be read", e);
        }
    }

    private static byte[] bytes(Map<String, Object> file) {
        try {
            return JSON.writeValueAsBytes(file);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A proof could not be written", e);
        }
    }
}
