package nl.sluiswachter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import nl.sluiswachter.kernel.crypto.ExampleIdentity;
import nl.sluiswachter.kernel.crypto.ExampleSubject;
import nl.sluiswachter.kernel.crypto.Fingerprint;
import nl.sluiswachter.kernel.crypto.KeyKind;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.PartyKey;
import nl.sluiswachter.party.PartyStatus;
import nl.sluiswachter.party.Side;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class IdentityTest {

    private static final String OIN = "00000099000000002100";
    private static final Duration DAY = Duration.ofDays(1);
    private static TestDoors doors;

    @BeforeAll
    static void open() {
        doors = TestDoors.open();
    }

    @AfterAll
    static void close() {
        doors.close();
    }

    @AfterEach
    void restore() {
        doors.bean(MovableClock.class).putAhead(Duration.ZERO);
        doors.partnerRevokes(List.of());
    }

    @Test
    void letsARegisteredPartnerIn() throws Exception {
        HttpResponse<String> answer = echo(Surface.PARTNER, doors.partner(OIN));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith(OIN + " " + OIN);
    }

    @Test
    void letsAMunicipalSystemInAtItsOwnDoorOnly(CapturedOutput log) throws Exception {
        ExampleIdentity system = municipal(OIN);
        doors.register(OIN, Side.MUNICIPALITY, PartyStatus.ACTIVE, system);

        assertThat(echo(Surface.BACK_OFFICE, system).statusCode()).isEqualTo(200);
        assertHandshakeRefused(Surface.PARTNER, system, Refusal.UNTRUSTED_CA, log);
    }

    @Test
    void refusesAnotherCa(CapturedOutput log) {
        ExampleIdentity stranger = doors.authority("Partner CA").issue(doors.subject("Partner", List.of(OIN)));

        assertHandshakeRefused(Surface.PARTNER, stranger, Refusal.UNTRUSTED_CA, log);
    }

    @Test
    void refusesAnExpiredCertificate(CapturedOutput log) {
        ExampleIdentity expired = doors.partnerCa.issue(new ExampleSubject(
                "P", List.of(OIN), false, KeyKind.EC_P256, doors.now.minus(DAY), doors.now.minusSeconds(60)));

        assertHandshakeRefused(Surface.PARTNER, expired, Refusal.CERTIFICATE_EXPIRED, log);
    }

    @Test
    void refusesACertificateThatIsNotValidYet(CapturedOutput log) {
        ExampleIdentity early = doors.partnerCa.issue(new ExampleSubject(
                "P", List.of(OIN), false, KeyKind.EC_P256, doors.now.plusSeconds(3600), doors.now.plus(DAY)));

        assertHandshakeRefused(Surface.PARTNER, early, Refusal.CERTIFICATE_NOT_YET_VALID, log);
    }

    @Test
    void refusesWithoutCertificate() {
        assertThatThrownBy(() -> get(doors.client(Optional.empty()), Surface.PARTNER, "/v1/echo"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void refusesARevokedCertificateAtTheNextRequestOfAnOpenConnection(CapturedOutput log) throws Exception {
        ExampleIdentity partner = doors.partner(OIN);
        HttpClient client = doors.client(Optional.of(partner));
        assertThat(get(client, Surface.PARTNER, "/v1/echo").statusCode()).isEqualTo(200);

        doors.partnerRevokes(List.of(partner.leaf()));

        assertNotAuthenticated(get(client, Surface.PARTNER, "/v1/echo"), Refusal.REVOKED, log);
    }

    @Test
    void refusesWhenTheRevocationListIsMissing(CapturedOutput log) throws Exception {
        ExampleIdentity partner = doors.partner(OIN);
        doors.delete("partner.crl");

        assertNotAuthenticated(echo(Surface.PARTNER, partner), Refusal.CRL_MISSING, log);
    }

    @Test
    void refusesWhenTheRevocationListIsNoList(CapturedOutput log) throws Exception {
        ExampleIdentity partner = doors.partner(OIN);
        doors.write("partner.crl", "-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n".getBytes());

        assertNotAuthenticated(echo(Surface.PARTNER, partner), Refusal.CRL_MISSING, log);
    }

    @Test
    void refusesWhenTheRevocationListIsOfAnotherCa(CapturedOutput log) throws Exception {
        ExampleIdentity partner = doors.partner(OIN);
        doors.write("partner.crl", doors.municipalCa.revocationPem(List.of(), doors.now, doors.now.plus(DAY)));

        assertNotAuthenticated(echo(Surface.PARTNER, partner), Refusal.CRL_MISSING, log);
    }

    @Test
    void refusesWhenTheRevocationListIsForged(CapturedOutput log) throws Exception {
        ExampleIdentity partner = doors.partner(OIN);
        doors.write(
                "partner.crl", doors.authority("Partner CA").revocationPem(List.of(), doors.now, doors.now.plus(DAY)));

        assertNotAuthenticated(echo(Surface.PARTNER, partner), Refusal.CRL_UNTRUSTED, log);
    }

    @Test
    void refusesWhenTheRevocationListIsStale(CapturedOutput log) throws Exception {
        ExampleIdentity partner = doors.partner(OIN);
        doors.write(
                "partner.crl",
                doors.partnerCa.revocationPem(List.of(), doors.now.minus(DAY), doors.now.minusSeconds(1)));

        assertNotAuthenticated(echo(Surface.PARTNER, partner), Refusal.CRL_STALE, log);
    }

    @Test
    void refusesACertificateWithoutOin(CapturedOutput log) throws Exception {
        assertNotAuthenticated(echo(Surface.PARTNER, issued(List.of(), false)), Refusal.NO_OIN, log);
    }

    @Test
    void refusesAMalformedOin(CapturedOutput log) throws Exception {
        assertNotAuthenticated(echo(Surface.PARTNER, issued(List.of("123"), false)), Refusal.NO_OIN, log);
    }

    @Test
    void refusesTwoOins(CapturedOutput log) throws Exception {
        doors.partner(OIN);

        assertNotAuthenticated(
                echo(Surface.PARTNER, issued(List.of(OIN, "00000099000000002200"), false)), Refusal.SEVERAL_OINS, log);
    }

    @Test
    void refusesTwoOinsInOneMultiValuedName(CapturedOutput log) throws Exception {
        doors.partner(OIN);

        assertNotAuthenticated(
                echo(Surface.PARTNER, issued(List.of(OIN, "00000099000000002200"), true)), Refusal.SEVERAL_OINS, log);
    }

    @Test
    void refusesAnUnregisteredParty(CapturedOutput log) throws Exception {
        assertNotAuthenticated(
                echo(Surface.PARTNER, issued(List.of("00000099000000007777"), false)), Refusal.UNKNOWN_PARTY, log);
    }

    @Test
    void refusesAnUnregisteredKeyOfARegisteredParty(CapturedOutput log) throws Exception {
        doors.partner(OIN);

        assertNotAuthenticated(echo(Surface.PARTNER, issued(List.of(OIN), false)), Refusal.UNKNOWN_KEY, log);
    }

    @Test
    void refusesAKeyWhoseRegistrationHasEnded(CapturedOutput log) throws Exception {
        ExampleIdentity partner = issued(List.of(OIN), false);
        PartyKey ended = new PartyKey(Fingerprint.ofKey(partner.leaf()), doors.now.minus(DAY), doors.now);
        doors.bean(Parties.class).save(TestDoors.party(OIN, Side.PARTNER, PartyStatus.ACTIVE, ended));

        assertNotAuthenticated(echo(Surface.PARTNER, partner), Refusal.UNKNOWN_KEY, log);
    }

    @Test
    void refusesAPartyOfTheOtherSide(CapturedOutput log) throws Exception {
        ExampleIdentity partner = issued(List.of(OIN), false);
        doors.register(OIN, Side.MUNICIPALITY, PartyStatus.ACTIVE, partner);

        assertNotAuthenticated(echo(Surface.PARTNER, partner), Refusal.WRONG_SIDE, log);
    }

    @Test
    void refusesAResumedSessionAfterSuspension(CapturedOutput log) throws Exception {
        ExampleIdentity partner = doors.partner(OIN);
        RawClient client = new RawClient(doors, Optional.of(partner));
        assertThat(client.get(Surface.PARTNER, "/v1/echo").text()).startsWith("HTTP/1.1 200");
        doors.register(OIN, Side.PARTNER, PartyStatus.SUSPENDED, partner);

        RawClient.Answer answer = client.get(Surface.PARTNER, "/v1/echo");

        assertThat(answer.resumed()).isTrue();
        assertThat(answer.text()).startsWith("HTTP/1.1 401");
        assertThat(log).contains("Not let in at PARTNER: PARTY_SUSPENDED");
    }

    @Test
    void refusesAResumedSessionWhoseCertificateHasExpiredSince(CapturedOutput log) throws Exception {
        HttpClient client = doors.client(Optional.of(doors.partner(OIN)));
        assertThat(get(client, Surface.PARTNER, "/v1/echo").statusCode()).isEqualTo(200);

        doors.bean(MovableClock.class).putAhead(DAY.plusMinutes(1));

        assertNotAuthenticated(get(client, Surface.PARTNER, "/v1/echo"), Refusal.CERTIFICATE_EXPIRED, log);
    }

    @Test
    void answersAllRefusalsAlike() throws Exception {
        ExampleIdentity partner = doors.partner(OIN);
        HttpResponse<String> unknownKey = echo(Surface.PARTNER, issued(List.of(OIN), false));
        HttpResponse<String> noOin = echo(Surface.PARTNER, issued(List.of(), false));
        doors.partnerRevokes(List.of(partner.leaf()));
        HttpResponse<String> revoked = echo(Surface.PARTNER, partner);

        assertThat(noOin.body()).isEqualTo(unknownKey.body()).isEqualTo(revoked.body());
        assertThat(headers(noOin)).isEqualTo(headers(unknownKey)).isEqualTo(headers(revoked));
    }

    @Test
    void alertsAllHandshakeRefusalsAlike() {
        ExampleIdentity expired = doors.partnerCa.issue(new ExampleSubject(
                "P", List.of(OIN), false, KeyKind.EC_P256, doors.now.minus(DAY), doors.now.minusSeconds(60)));
        ExampleIdentity stranger = doors.authority("Partner CA").issue(doors.subject("Partner", List.of(OIN)));

        assertThat(alert(expired)).isEqualTo(alert(stranger)).contains("certificate_unknown");
    }

    @Test
    void namesNoSubjectInTheLog(CapturedOutput log) throws Exception {
        assertNotAuthenticated(
                echo(Surface.PARTNER, issued(List.of("00000099000000007777"), false)), Refusal.UNKNOWN_PARTY, log);

        assertThat(log).doesNotContain("Secret Partner");
    }

    @Test
    void countsRefusalsByReason() throws Exception {
        echo(Surface.PARTNER, issued(List.of(), false));

        HttpResponse<String> metrics = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + doors.managementPort() + "/metrics"))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(metrics.body())
                .contains("sluiswachter_identity_refused_total{reason=\"NO_OIN\",surface=\"PARTNER\"}");
    }

    private ExampleIdentity issued(List<String> oins, boolean joined) {
        return doors.partnerCa.issue(new ExampleSubject(
                "Secret Partner", oins, joined, KeyKind.EC_P256, doors.now.minus(DAY), doors.now.plus(DAY)));
    }

    private ExampleIdentity municipal(String oin) {
        return doors.municipalCa.issue(doors.subject("Gemeente", List.of(oin)));
    }

    private static void assertNotAuthenticated(HttpResponse<String> answer, Refusal reason, CapturedOutput log) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"NOT_AUTHENTICATED\"");
        assertThat(log).contains("Not let in at PARTNER: " + reason + ",");
    }

    private static void assertHandshakeRefused(
            Surface surface, ExampleIdentity identity, Refusal reason, CapturedOutput log) {
        assertThatThrownBy(() -> echo(surface, identity)).isInstanceOf(IOException.class);
        assertThat(log).contains("Not let in at " + surface + ": " + reason + ",");
    }

    /** Only reads after the handshake: a write could meet a closed connection before the alert is seen. */
    private static String alert(ExampleIdentity identity) {
        try (SSLSocket socket = new RawClient(doors, Optional.of(identity)).connect(Surface.PARTNER)) {
            socket.startHandshake();
            return "read " + socket.getInputStream().read();
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static Map<String, List<String>> headers(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new HashMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }

    private static HttpResponse<String> echo(Surface surface, ExampleIdentity identity) throws Exception {
        return get(doors.client(Optional.of(identity)), surface, "/v1/echo");
    }

    private static HttpResponse<String> get(HttpClient client, Surface surface, String path) throws Exception {
        URI uri = URI.create("https://localhost:" + doors.port(surface) + path);
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
