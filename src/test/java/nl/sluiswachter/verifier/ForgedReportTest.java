package nl.sluiswachter.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.transferlog.entry.Commitment;
import nl.sluiswachter.transferlog.entry.EntryHash;
import nl.sluiswachter.transferlog.proof.TransferProof;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proofs of a report that anybody can make from what is public, or of one that is genuine. */
class ForgedReportTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LABEL = "subject/p1/0";

    @TempDir
    private Path folder;

    private SomeTree log;
    private ObjectNode file;

    @BeforeEach
    void proveOneOfTwoDecisions() {
        log = SomeTree.ofTwo(folder);
        file = JSON.createObjectNode()
                .put("format", "sluiswachter/report-proof/1")
                .put("verifierKey", log.key());
        file.putArray("subject").add(new UUID(9, 1).toString());
        file.putArray("entries").add(whole(1));
        file.putArray("notYet");
    }

    @Test
    void theGenuineOneIsSound() {
        assertThat(verdict()).isInstanceOfSatisfying(Verdict.Sound.class, sound -> assertThat(sound.statements())
                .anyMatch(line -> line.startsWith("1 entries are in the log ")
                        && line.endsWith("; 1 of them were read, and are about the person of the file.")));
    }

    @Test
    void whatHasItsHashOnlyIsNotProven() {
        ObjectNode invented = hashOnly(2).put("transferId", UUID.randomUUID().toString());
        file.withArray("entries").add(invented);

        assertThat(open())
                .containsExactly("Of 1 of the 2 entries the file has the hash only, so that they are decisions on those"
                        + " transfers and about the person is said by the file alone: the proof that the sender of a"
                        + " transfer can get shows what its entry is.");
    }

    @Test
    void aFileWithoutEntriesProvesNothing() {
        file.putArray("entries");

        assertThat(open())
                .containsExactly(
                        "The file has no entry, so it proves of nobody that a decision was taken or that none was.");
    }

    @Test
    void whatHasNoProofYetIsNotProven() {
        file.withArray("notYet").add(UUID.randomUUID().toString());

        assertThat(open())
                .containsExactly("For 1 transfers there is no proof in the file: a report that is given later has it.");
    }

    @Test
    void oneDecisionDoesNotCountAsSeveral() {
        file.withArray("entries").add(whole(1));
        assertThat(verdict())
                .isEqualTo(new Verdict.Broken("The entry at shard 1, position 0 stands in the file twice."));

        file.putArray("entries").add(whole(1)).add(hashOnly(2).put("transferId", transfer(1)));
        assertThat(verdict()).isEqualTo(new Verdict.Broken("Transfer " + transfer(1) + " stands in the file twice."));

        file.putArray("entries").add(whole(1));
        file.withArray("notYet").add(transfer(1));
        assertThat(verdict()).isEqualTo(new Verdict.Broken("Transfer " + transfer(1) + " stands in the file twice."));
    }

    @Test
    void hasFewKeysAndSalts() {
        String sentence = "The proof of a report has at most 16 keys of the person and 1,000 salts.";
        ObjectNode salts = (ObjectNode) file.at("/entries/0/salts");
        for (int number = 1; number < 1_000; number++) {
            salts.put("subject/p" + number + "/1", new byte[Commitment.BYTES]);
        }
        for (int number = 2; number <= 16; number++) {
            file.withArray("subject").add(new UUID(9, number).toString());
        }
        assertThat(verdict()).isInstanceOf(Verdict.Sound.class);

        file.withArray("subject").add(new UUID(9, 17).toString());
        assertThat(verdict()).isEqualTo(new Verdict.Unreadable(sentence));
        file.putArray("subject").add(new UUID(9, 1).toString());
        salts.put("subject/p1000/1", new byte[Commitment.BYTES]);
        assertThat(verdict()).isEqualTo(new Verdict.Unreadable(sentence));
    }

    private ObjectNode whole(int number) {
        TransferProof.Ready proof = log.prove(new UUID(7, number));
        ObjectNode entry = entry(number, proof).put("entry", proof.entry());
        entry.putObject("salts").put(LABEL, Commitment.salt(seed(number), LABEL));
        return entry;
    }

    private ObjectNode hashOnly(int number) {
        TransferProof.Ready proof = log.prove(new UUID(7, number));
        ObjectNode entry = entry(number, proof)
                .put("entryHash", EntryHash.of(proof.entry()).bytes());
        entry.putObject("salts");
        return entry;
    }

    private static ObjectNode entry(int number, TransferProof.Ready proof) {
        return JSON.createObjectNode()
                .put("transferId", transfer(number))
                .put("shard", proof.shard())
                .put("position", proof.position())
                .put("proof", proof.proof());
    }

    private static String transfer(int number) {
        return new UUID(7, number).toString();
    }

    private byte[] seed(int number) {
        return log.superuser()
                .sql("select seed from transfer_log where transfer_id = ?")
                .param(new UUID(7, number))
                .query(byte[].class)
                .single();
    }

    private List<String> open() {
        Verdict verdict = verdict();
        assertThat(verdict).isInstanceOf(Verdict.Unproven.class);
        return ((Verdict.Unproven) verdict).open();
    }

    private Verdict verdict() {
        return Verifier.report(file.toString().getBytes(StandardCharsets.UTF_8), Optional.of(Believed.key(log.key())));
    }
}
