package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.interfaces.ECPublicKey;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import nl.sluiswachter.acceptance.RunningGateway.Door;
import nl.sluiswachter.kernel.crypto.Sha256;
import nl.sluiswachter.kernel.crypto.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sender keeps a signed statement of what was decided about which message. */
class ReceiptTest {

    private final Client municipality = Client.of("gemeente-wmo");

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @Test
    void verifiesAndBindsTheMessageTheDecisionAndTheLogEntry() throws Exception {
        Message message = Messages.allocation();
        Reply permit = municipality.transfer(message);

        Map<String, Object> claims = verified(permit.at("/receipt"));

        assertThat(claims)
                .containsEntry("requestDigest", "sha256:" + Sha256.hex(message.bytes()))
                .containsEntry("transferId", permit.transferId())
                .containsEntry("decision", "PERMIT")
                .containsEntry("iss", "00000099000000000100")
                .containsEntry("aud", "00000099000000001000")
                .containsEntry("policyVersion", permit.at("/policyVersion"))
                .containsEntry("entryHash", "sha256:" + entryHash(permit.transferId()));
    }

    @Test
    void verifiesWithTheKeyThatAnybodyCanFetch() throws Exception {
        HttpResponse<String> published = published("/.well-known/jwks.json");
        JWSObject receipt =
                JWSObject.parse(municipality.transfer(Messages.allocation()).at("/receipt"));
        JWK key =
                JWKSet.parse(published.body()).getKeyByKeyId(receipt.getHeader().getKeyID());

        assertThat(receipt.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
        assertThat(key.isPrivate()).isFalse();
        assertThat(key.getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(published.headers().firstValue("Content-Type")).hasValue("application/jwk-set+json");
    }

    @Test
    void isGivenForARefusalToo() throws Exception {
        Reply refusal = municipality.transfer(Messages.referral());

        assertThat(verified(refusal.at("/receipt"))).containsEntry("decision", "DENY");
    }

    @Test
    void saysWhenItWasADryRun() throws Exception {
        assertThat(verified(municipality.dryRun(Messages.allocation()).at("/receipt")))
                .containsEntry("dryRun", true);
    }

    @Test
    void canBeFetchedAgainByItsSenderOnly() {
        Reply permit = municipality.transfer(Messages.allocation());
        String address = "/v1/transfers/" + permit.transferId() + "/receipt";

        assertThat(municipality.get(address).send().at("/receipt")).isEqualTo(permit.at("/receipt"));
        assertThat(Client.of("wmo-aanbieder").get(address).send().status()).isEqualTo(404);
    }

    @Test
    void aChangedReceiptDoesNotVerify() throws Exception {
        String[] permit =
                municipality.transfer(Messages.allocation()).at("/receipt").split("\\.");
        String[] refusal =
                municipality.transfer(Messages.referral()).at("/receipt").split("\\.");

        assertThat(verifies(permit[0] + "." + refusal[1] + "." + permit[2])).isFalse();
    }

    /** As anybody, at the open door. */
    private static HttpResponse<String> published(String path) throws Exception {
        URI address = URI.create("https://localhost:" + RunningGateway.shared().port(Door.OPEN) + path);
        return HttpClient.newBuilder()
                .sslContext(Client.tls("huisarts"))
                .build()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, Object> verified(String receipt) throws Exception {
        assertThat(verifies(receipt)).isTrue();
        return JWSObject.parse(receipt).getPayload().toJSONObject();
    }

    private static boolean verifies(String receipt) throws Exception {
        SigningKey key = SigningKey.read(RunningGateway.shared().receiptKey());
        return JWSObject.parse(receipt).verify(new ECDSAVerifier((ECPublicKey) key.publicKey()));
    }

    private static String entryHash(String transferId) {
        return HexFormat.of()
                .formatHex(Tables.asOwner()
                        .sql("select entry_hash from transfer_log where transfer_id = ?")
                        .param(UUID.fromString(transferId))
                        .query(byte[].class)
                        .single());
    }
}
