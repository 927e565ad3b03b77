package nl.sluiswachter.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import nl.sluiswachter.kernel.crypto.ExampleAuthority;
import nl.sluiswachter.kernel.crypto.ExampleIdentity;
import nl.sluiswachter.kernel.crypto.ExampleSubject;
import nl.sluiswachter.kernel.crypto.KeyKind;
import nl.sluiswachter.kernel.crypto.PersonalSignature;
import org.junit.jupiter.api.Test;

/** Whose word counts, for what, and how many of them it takes; without a database. */
class OfficersTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final ExampleAuthority AUTHORITY =
            ExampleAuthority.named("Officers", NOW.minusSeconds(60), NOW.plusSeconds(86_400));
    private static final ExampleIdentity FIRST = issued("First officer");
    private static final ExampleIdentity RENEWED = issued("first  Officer");
    private static final ExampleIdentity SECOND = issued("Second officer");
    private static final ExampleIdentity STRANGER = issued("Stranger");
    private static final String REHEARSAL = "a".repeat(64);

    private final Officers officers =
            new Officers(List.of(Officer.of(FIRST.leaf()), Officer.of(RENEWED.leaf()), Officer.of(SECOND.leaf())));

    @Test
    void twoDifferentPeopleSuffice() throws Exception {
        assertThat(officers.suffice(List.of(by(FIRST, REHEARSAL), by(SECOND, REHEARSAL))))
                .isTrue();
        assertThat(officers.suffice(List.of(by(SECOND, REHEARSAL), by(RENEWED, REHEARSAL))))
                .isTrue();
    }

    @Test
    void onePersonIsNotEnoughHoweverManyKeys() throws Exception {
        assertThat(officers.suffice(List.of())).isFalse();
        assertThat(officers.suffice(List.of(by(FIRST, REHEARSAL)))).isFalse();
        assertThat(officers.suffice(List.of(by(FIRST, REHEARSAL), by(RENEWED, REHEARSAL))))
                .isFalse();
    }

    @Test
    void whoIsNotListedCountsForNothing() throws Exception {
        assertThat(officers.suffice(List.of(by(FIRST, REHEARSAL), by(STRANGER, REHEARSAL))))
                .isFalse();
    }

    @Test
    void whoSawDifferentRehearsalsDidNotApproveTheSame() throws Exception {
        assertThat(officers.suffice(List.of(by(FIRST, REHEARSAL), by(SECOND, "b".repeat(64)))))
                .isFalse();
    }

    @Test
    void anApprovalIsWorthNothingForAnythingElseThanWasSigned() throws Exception {
        Approval signed = by(FIRST, REHEARSAL);
        String version = signed.version();
        String officer = signed.officer();
        String other = Officer.of(SECOND.leaf()).fingerprint();
        byte[] signature = signed.signature();

        assertThat(officers.signerOf(signed)).contains(Officer.of(FIRST.leaf()));
        assertThat(List.of(
                        new Approval("sha256:" + "1".repeat(64), 2, REHEARSAL, officer, NOW, signature),
                        new Approval(version, 3, REHEARSAL, officer, NOW, signature),
                        new Approval(version, 2, "b".repeat(64), officer, NOW, signature),
                        new Approval(version, 2, REHEARSAL, other, NOW, signature),
                        new Approval(version, 2, REHEARSAL, officer, NOW.plusSeconds(1), signature),
                        signed.signed(new byte[0])))
                .allMatch(changed -> officers.signerOf(changed).isEmpty());
    }

    private static Approval by(ExampleIdentity officer, String rehearsal) throws GeneralSecurityException {
        String key = Officer.of(officer.leaf()).fingerprint();
        Approval approval = new Approval("sha256:" + "0".repeat(64), 2, rehearsal, key, NOW, new byte[0]);
        return approval.signed(PersonalSignature.of(officer.key(), approval.statement()));
    }

    private static ExampleIdentity issued(String name) {
        return AUTHORITY.issue(new ExampleSubject(
                name, List.of(), false, KeyKind.EC_P256, NOW.minusSeconds(60), NOW.plusSeconds(86_400)));
    }
}
