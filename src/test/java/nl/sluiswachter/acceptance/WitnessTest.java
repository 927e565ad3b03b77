package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.acceptance.RunningGateway.Door;
import nl.sluiswachter.transferlog.merkle.AddCheckpoint;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.ConsistencyProof;
import nl.sluiswachter.transferlog.merkle.Ed25519;
import nl.sluiswachter.transferlog.merkle.Ed25519Signer;
import nl.sluiswachter.transferlog.merkle.NoteVerifier;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.merkle.SignerKey;
import nl.sluiswachter.transferlog.merkle.TreeHashing;
import nl.sluiswachter.transferlog.merkle.VerifierKey;
import nl.sluiswachter.transferlog.postquantum.PostQuantum;
import nl.sluiswachter.transferlog.witness.BoundedPost;
import nl.sluiswachter.transferlog.witness.SomeWitness;
import nl.sluiswachter.verifier.Believed;
import nl.sluiswachter.verifier.PublicAddress;
import nl.sluiswachter.verifier.Verdict;
import nl.sluiswachter.verifier.Verifier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gateway has its log witnessed and witnesses that of a neighbour, at its public door. */
class WitnessTest {

    private final RunningGateway gateway = RunningGateway.shared();
    private final Client municipality = Client.of("gemeente-wmo");
    private final Path authority = gateway.certificate("municipal-ca.pem");
    private final URI address = URI.create("https://localhost:" + gateway.port(Door.OPEN));

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @Test
    void aWitnessCosignsTheLogAndTheVerifierTellsSo() throws Exception {
        municipality.transfer(Messages.allocation());
        String key = text("log/key").orElseThrow().strip();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> text("log/witnessed-checkpoint")
                .isPresent());

        Verdict verdict = Verifier.consistency(
                PublicAddress.of(address.resolve("/log"), authority),
                new Believed(key, List.of(SomeWitness.key()), 1, List.of(postQuantum())),
                List.of());

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Sound.class, sound -> assertThat(sound.statements())
                .anyMatch(sentence -> sentence.startsWith("The witness witness.example/w1 saw the log with "))
                .anyMatch(sentence -> sentence.startsWith("The further key sluiswachter/00000099000000000100/1+")));
    }

    @Test
    void aProofNamesTheWitnessAndVerifiesWithItsKeyAndNoOther() throws Exception {
        Reply permit = municipality.transfer(Messages.allocation());
        String other = SignerKey.of("witness.example/w2", Ed25519.COSIGNATURE, new byte[32])
                .verifierKey()
                .text();

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        proof(permit, SomeWitness.key()))
                .isInstanceOfSatisfying(Verdict.Sound.class, sound -> assertThat(sound.statements())
                        .anyMatch(
                                sentence -> sentence.startsWith("The witness witness.example/w1 saw the log with "))));
        assertThat(proof(permit, other))
                .isInstanceOfSatisfying(Verdict.Broken.class, broken -> assertThat(broken.sentence())
                        .contains(" is not proven by the checkpoint "));
    }

    @Test
    void publishesEveryCheckpointAndSaysWhichAreStamped() throws IOException {
        municipality.transfer(Messages.allocation());
        String newest = text("log/checkpoint").orElseThrow();
        String size = newest.lines().toList().get(1);

        assertThat(text("log/checkpoint/" + size).orElseThrow())
                .startsWith(newest.substring(0, newest.indexOf("\n\n")));
        assertThat(text("log/timestamps")).contains("");
        assertThat(text("log/timestamp/" + size)).isEmpty();
        assertThat(text("log/checkpoint/01")).isEmpty();
    }

    @Test
    void cosignsTheLogOfANeighbourAndOfNobodyElse() throws Exception {
        Checkpoint tree =
                Checkpoint.of(RunningGateway.NEIGHBOUR.verifierKey().key().name(), 1, TreeHashing.leaf(new byte[1]));
        SignedCheckpoint signed = SignedCheckpoint.sign(tree, List.of(new Ed25519Signer(RunningGateway.NEIGHBOUR)));
        byte[] body = new AddCheckpoint(ConsistencyProof.of(0, 1, List.of()), signed).bytes();
        String unknown = new String(body, StandardCharsets.UTF_8).replace("00000000200/1", "00000000300/1");

        int first = post(body).status();
        BoundedPost.Answer again = post(body);

        assertThat(first).isIn(200, 409);
        assertThat(again.status()).isEqualTo(409);
        assertThat(new String(again.body(), StandardCharsets.UTF_8)).isEqualTo("1\n");
        assertThat(post(unknown.getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(404);
        assertThat(post("nothing".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(400);
    }

    private Verdict proof(Reply permit, String witness) throws IOException {
        Reply file = municipality
                .get("/v1/transfers/" + permit.transferId() + "/proof")
                .send();
        byte[] keys = ("{\"keys\":[" + file.json().path("receiptKey") + "]}").getBytes(StandardCharsets.UTF_8);
        Believed believed = new Believed(text("log/key").orElseThrow().strip(), List.of(witness), 1, List.of());
        return Verifier.proof(file.body(), Optional.of(believed), Optional.of(keys), Map.of());
    }

    private BoundedPost.Answer post(byte[] body) throws Exception {
        return BoundedPost.trusting(Optional.of(authority), Duration.ofSeconds(20), 100_000)
                .send(address.resolve("/witness/add-checkpoint"), "text/plain", body);
    }

    private NoteVerifier postQuantum() throws Exception {
        return VerifierKey.parse(text("log/post-quantum-key").orElseThrow().strip())
                .verifier(List.of(new PostQuantum()));
    }

    private Optional<String> text(String path) throws IOException {
        var part = PublicAddress.of(address, authority).read(path, 100_000);
        return part.map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
