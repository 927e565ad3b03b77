package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.acceptance.RunningGateway.Door;
import nl.sluiswachter.kernel.crypto.ExampleAuthority;
import nl.sluiswachter.verifier.Believed;
import nl.sluiswachter.verifier.PublicAddress;
import nl.sluiswachter.verifier.Verdict;
import nl.sluiswachter.verifier.Verifier;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a party can prove of its own transfer, without the gateway. */
class ProofTest {

    private final Client municipality = Client.of("gemeente-wmo");
    private final Client provider = Client.of("wmo-aanbieder");

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @Test
    void theSenderProvesTheEntryAndWhatWasLeftOut() throws Exception {
        Reply permit = municipality.transfer(Messages.allocation().text("/persons/0/data/health/diagnosis", "x"));

        Reply proof = municipality.get(address(permit)).send();

        byte[] removed = "[{\"field\":\"health.diagnosis\",\"value\":\"x\"}]".getBytes(StandardCharsets.UTF_8);
        assertThat(proof.status()).isEqualTo(200);
        assertThat(proof.at("/receipt")).isEqualTo(permit.at("/receipt"));
        assertThat(proof.json().path("salts").fieldNames())
                .toIterable()
                .allMatch(label -> label.startsWith("removed/"));
        String label = "removed/" + permit.at("/removed/0/person") + "/health";
        assertThat(verify(proof, Map.of(label, removed)))
                .isInstanceOfSatisfying(Verdict.Sound.class, sound -> assertThat(sound.statements())
                        .hasSize(4)
                        .contains("It is the decision PERMIT on transfer " + permit.transferId() + "."));
        assertThat(verify(proof, Map.of(label, "other".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void theReceiverProvesWhatItGotAndLearnsNothingElse() throws Exception {
        Reply permit = municipality.transfer(Messages.allocation().text("/persons/0/data/health/diagnosis", "x"));
        String message = provider.get("/v1/inbox/" + permit.transferId()).send().text();
        byte[] payload = message.substring(
                        message.indexOf("\"message\":") + "\"message\":".length(), message.length() - 1)
                .getBytes(StandardCharsets.UTF_8);

        Reply proof = provider.get(address(permit)).send();

        assertThat(proof.json().has("entry")).isFalse();
        assertThat(proof.text()).doesNotContain("diagnosis");
        assertThat(new String(
                        Base64.getUrlDecoder().decode(proof.at("/receipt").split("\\.")[1]), StandardCharsets.UTF_8))
                .doesNotContain("requestDigest")
                .doesNotContain("diagnosis");
        assertThat(proof.json().path("salts").fieldNames()).toIterable().containsExactly("payload");
        assertThat(verify(proof, Map.of("payload", payload))).isInstanceOf(Verdict.Sound.class);
        payload[5]++;
        assertThat(verify(proof, Map.of("payload", payload))).isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void aRefusalIsProvenToItsSenderOnly() {
        Reply refusal = municipality.transfer(Messages.referral());

        assertThat(verify(municipality.get(address(refusal)).send(), Map.of())).isInstanceOf(Verdict.Sound.class);
        assertThat(Client.of("welzijn").get(address(refusal)).send().status()).isEqualTo(404);
    }

    @Test
    void anUnrelatedLibraryVerifiesTheReceiptInIt() throws Exception {
        Reply permit = municipality.transfer(Messages.allocation());
        for (Client party : new Client[] {municipality, provider}) {
            Reply proof = party.get(address(permit)).send();
            JsonWebSignature receipt = new JsonWebSignature();
            receipt.setCompactSerialization(proof.at("/receipt"));
            receipt.setKey(
                    JsonWebKey.Factory.newJwk(proof.json().path("receiptKey").toString())
                            .getKey());

            assertThat(receipt.verifySignature()).isTrue();
        }
    }

    @Test
    void whoKnowsTheAuthorityOfTheGatewayNeedsNoKeyOfIt() {
        Reply permit = municipality.transfer(Messages.allocation());
        byte[] stranger = ExampleAuthority.named(
                        "Receipts", Instant.EPOCH, Instant.now().plusSeconds(9_999))
                .pem();

        for (Client party : List.of(municipality, provider)) {
            Reply proof = party.get(address(permit)).send();
            Optional<Believed> log = Optional.of(Believed.key(proof.at("/verifierKey")));

            assertThat(proof.json().at("/receiptKey/x5c")).hasSize(2);
            assertThat(Verifier.proof(
                            proof.body(),
                            log,
                            Optional.of(RunningGateway.shared().receiptAuthority()),
                            Map.of()))
                    .isInstanceOfSatisfying(Verdict.Sound.class, sound -> assertThat(sound.statements())
                            .anyMatch(sentence -> sentence.startsWith("An authority that is believed knows the key")));
            assertThat(Verifier.proof(proof.body(), log, Optional.of(stranger), Map.of()))
                    .isInstanceOf(Verdict.Broken.class);
        }
    }

    @Test
    void aProofThatWasTouchedProvesNothing() {
        Reply permit = municipality.transfer(Messages.allocation());
        Reply proof = municipality.get(address(permit)).send();
        ObjectNode file = (ObjectNode) proof.json();

        file.put("position", file.path("position").asLong() + 1);

        assertThat(Verifier.proof(file.toString().getBytes(StandardCharsets.UTF_8), Optional.empty(), Map.of()))
                .isInstanceOfSatisfying(Verdict.Broken.class, broken -> assertThat(broken.sentence())
                        .startsWith("The entry at shard ")
                        .endsWith("The proof does not lead from the entry to the root of the checkpoint."));
    }

    @Test
    void asksForPatienceWhileTheLogIsNotPublished() {
        String[] id = new String[1];

        whileNoTreeGrows(() -> {
            Reply permit = municipality.transfer(Messages.allocation());
            id[0] = address(permit);
            Reply notYet = municipality.get(id[0]).send();
            assertThat(notYet.status()).isEqualTo(202);
            assertThat(notYet.headers()).containsEntry("Retry-After", "1");
        });

        assertThat(municipality.get(id[0]).send().status()).isEqualTo(200);
    }

    /** The tree does not grow meanwhile: it is put back before anybody else sees it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/proof | delete from log_tile",
                "/proof | delete from log_run r using transfer_log l where l.transfer_id = '#' and l.shard = r.shard"
                        + " and l.position between r.first_position and r.first_position + r.entries - 1",
                "/proof | update log_tile set hashes = decode(repeat('00', length(hashes)), 'hex')",
                "/proof | update transfer_log set entry = set_byte(entry, 0, 88) where transfer_id = '#'",
                "''     | update transfer_log set entry = set_byte(entry, 0, 88) where transfer_id = '#'",
                "''     | update transfer_log set entry = '\\x01030000' where transfer_id = '#'"
            })
    void whereTheLogIsDamagedItSaysSoAndRaisesAnAlarmWithThePlace(String path, String damage) {
        Reply permit = municipality.transfer(Messages.allocation());
        JsonNode before = municipality.get(address(permit)).send().json();
        String place = "shard = %d and position = %d"
                .formatted(before.path("shard").asInt(), before.path("position").asLong());

        whileNoTreeGrows(() -> {
            Damage damaged = Damage.toProofOf(place, damage.replace("#", permit.transferId()));
            try {
                Reply answer = municipality
                        .get("/v1/transfers/" + permit.transferId() + path)
                        .send();

                assertThat(answer.status()).isEqualTo(500);
                assertThat(answer.at("/code")).isEqualTo("LOG_DAMAGED");
                assertThat(damaged.alarms()).isOne();
            } finally {
                damaged.repair();
            }
        });

        assertThat(municipality.get(address(permit)).send().status()).isEqualTo(200);
    }

    @Test
    void anybodyVerifiesTheWholeLogAtThePublicAddress() throws Exception {
        Reply permit = municipality.transfer(Messages.allocation());
        String key = municipality.get(address(permit)).send().at("/verifierKey");
        URI address = URI.create("https://localhost:" + RunningGateway.shared().port(Door.OPEN) + "/log");

        Verdict verdict = Verifier.log(
                PublicAddress.of(address, RunningGateway.shared().certificate("municipal-ca.pem")),
                Believed.key(key),
                List.of(),
                leaves -> done -> {});

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Sound.class, sound -> assertThat(sound.statements())
                .contains("The entries themselves were not there to compare."));
    }

    private static void whileNoTreeGrows(Runnable work) {
        JdbcTransactionManager transactions =
                new JdbcTransactionManager(RunningGateway.shared().database().asOwner());
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            JdbcClient.create(transactions.getDataSource())
                    .sql("select pg_advisory_xact_lock(hashtextextended('log_tree', 0))")
                    .query()
                    .listOfRows();
            work.run();
        });
    }

    private static String address(Reply decided) {
        return "/v1/transfers/" + decided.transferId() + "/proof";
    }

    private static Verdict verify(Reply proof, Map<String, byte[]> contents) {
        byte[] keys = ("{\"keys\":[" + proof.json().path("receiptKey") + "]}").getBytes(StandardCharsets.UTF_8);
        return Verifier.proof(
                proof.body(), Optional.of(Believed.key(proof.at("/verifierKey"))), Optional.of(keys), contents);
    }
}
