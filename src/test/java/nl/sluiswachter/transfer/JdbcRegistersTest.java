package nl.sluiswachter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.consent.ConsentState;
import nl.sluiswachter.consent.Giver;
import nl.sluiswachter.facts.FactKind;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transfer.Registers.Known;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcRegistersTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final String OIN = "00000099000000001000";
    private static final String CONTENT =
            """
            {"kind":"CARE","exchangeTypes":[],"purpose":"EARLY_HELP","receivers":["SCHOOL"],"dataCategories":["health"],
             "adult":true}""";
    private static final String GIVEN =
            """
            {"person":"SELF","givenAt":"2026-11-01T00:00:00Z",
             "freedom":{"initiatedByResident":true,"benefitForResident":true,"noDetrimentExplained":true,
                        "notUsedForEnforcement":true}}""";

    private final JdbcClient owner = JdbcClient.create(DATABASE.asOwner());
    private final JdbcRegisters registers = new JdbcRegisters(JdbcClient.create(DATABASE.asApplication()));
    private final SubjectKey bsn = new SubjectKey(UUID.randomUUID());
    private final SubjectKey set = new SubjectKey(UUID.randomUUID());
    private final SubjectKey other = new SubjectKey(UUID.randomUUID());

    @Test
    void findsByEitherKeyAndNothingElse() {
        consent(bsn, null);
        consent(null, set);
        consent(bsn, set);
        consent(other, null);
        fact(bsn, null);
        fact(null, set);
        fact(other, null);

        assertThat(registers.lookUp(List.of(bsn)).consents()).hasSize(2);
        assertThat(registers.lookUp(List.of(set)).consents()).hasSize(2);
        assertThat(registers.lookUp(List.of(bsn, set)).consents()).hasSize(3);
        assertThat(registers.lookUp(List.of(bsn, set)).facts()).hasSize(2);
        assertThat(registers.lookUp(List.of(bsn, set, other)).facts()).hasSize(3);
        assertThat(registers.lookUp(List.of())).isEqualTo(new Known(List.of(), List.of()));
    }

    @Test
    void findsAFactUnderTheOtherKeyOnceAFactLinksThem() {
        fact(null, set);
        assertThat(registers.lookUp(List.of(bsn)).facts()).isEmpty();

        fact(bsn, set);

        assertThat(registers.lookUp(List.of(bsn)).facts()).hasSize(2);
    }

    @Test
    void aConsentLinksNothing() {
        fact(null, set);
        consent(bsn, set);

        assertThat(registers.lookUp(List.of(bsn)).facts()).isEmpty();
    }

    @Test
    void tellsTheStateAndSinceWhen() {
        UUID given = consent(bsn, null);
        UUID withdrawn = consent(bsn, null);
        owner.sql("insert into consent_event (consent_id, position, state, at, by_oin, from_state, from_at) values"
                        + " (?, 2, 'WITHDRAWN', '2026-11-20T10:00:00Z', 'x', 'GIVEN', '2026-11-01T00:00:00Z')")
                .param(withdrawn)
                .update();

        Known known = registers.lookUp(List.of(bsn));

        assertThat(known.consents()).anySatisfy(consent -> {
            assertThat(consent.id()).isEqualTo(given);
            assertThat(consent.state()).isEqualTo(ConsentState.GIVEN);
            assertThat(consent.stateSince()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
        });
        assertThat(known.consents()).anySatisfy(consent -> {
            assertThat(consent.id()).isEqualTo(withdrawn);
            assertThat(consent.state()).isEqualTo(ConsentState.WITHDRAWN);
            assertThat(consent.stateSince()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
        });
    }

    @Test
    void tellsARefusedRequestApartFromConsents() {
        UUID refused = insert(bsn, null);
        event(refused, 1, "'REQUESTED'", "2026-11-01T00:00:00Z", "null, null");
        event(refused, 2, "'REFUSED'", "2026-11-03T00:00:00Z", "'REQUESTED', '2026-11-01T00:00:00Z'");
        UUID open = insert(bsn, null);
        event(open, 1, "'REQUESTED'", "2026-11-01T00:00:00Z", "null, null");
        consent(bsn, null);

        Known known = registers.lookUp(List.of(bsn));

        assertThat(known.consents()).hasSize(1);
        assertThat(known.refusals()).singleElement().satisfies(no -> {
            assertThat(no.at()).isEqualTo(Instant.parse("2026-11-03T00:00:00Z"));
            assertThat(no.scope().dataCategories()).containsExactly("health");
            assertThat(no.registeredBy().value()).isEqualTo(OIN);
            assertThat(no.subject().byBsn()).contains(bsn);
            assertThat(no.by()).contains(new Giver(Giver.Relation.SELF, Optional.empty()));
        });
    }

    private void event(UUID id, int position, String state, String at, String from) {
        owner.sql("insert into consent_event (consent_id, position, state, at, by_oin, detail, from_state, from_at)"
                        + " values (?, " + position + ", " + state + ", cast(? as timestamptz), 'x',"
                        + " '{\"person\": \"SELF\"}', " + from + ")")
                .param(id)
                .param(at)
                .update();
    }

    @Test
    void endsAFactAtTheEarlierOfItsEnds() {
        UUID fact = fact(bsn, null);
        assertThat(registers.lookUp(List.of(bsn)).facts().get(0).validUntil())
                .contains(Instant.parse("2027-01-01T00:00:00Z"));

        owner.sql("insert into fact_event values (?, 2, 'ENDED', '2026-11-20T10:00:00Z', 'x')")
                .param(fact)
                .update();

        assertThat(registers.lookUp(List.of(bsn)).facts()).singleElement().satisfies(ended -> {
            assertThat(ended.kind()).isEqualTo(FactKind.RESTRICTION);
            assertThat(ended.validUntil()).contains(Instant.parse("2026-11-20T10:00:00Z"));
            assertThat(ended.holdsAt(Instant.parse("2026-11-20T10:00:00Z"))).isFalse();
            assertThat(ended.holdsAt(Instant.parse("2026-11-20T09:59:59Z"))).isTrue();
        });
    }

    private UUID consent(SubjectKey byBsn, SubjectKey bySet) {
        UUID id = insert(byBsn, bySet);
        owner.sql("insert into consent_event (consent_id, position, state, at, by_oin, detail) values"
                        + " (?, 1, 'GIVEN', '2026-11-01T00:00:00Z', 'x', cast(? as jsonb))")
                .param(id)
                .param(GIVEN)
                .update();
        return id;
    }

    private UUID insert(SubjectKey byBsn, SubjectKey bySet) {
        UUID id = UUID.randomUUID();
        owner.sql("insert into consent values (:id, :bsn, :set, :oin, '2026-11-01T00:00:00Z', cast(:content as jsonb))")
                .param("id", id)
                .param("bsn", value(byBsn))
                .param("set", value(bySet))
                .param("oin", OIN)
                .param("content", CONTENT)
                .update();
        return id;
    }

    private UUID fact(SubjectKey byBsn, SubjectKey bySet) {
        UUID id = UUID.randomUUID();
        owner.sql("insert into fact values (:id, 'RESTRICTION', :bsn, :set, null, '{}', '2026-11-01T00:00:00Z',"
                        + " '2027-01-01T00:00:00Z', :oin, '2026-11-01T00:00:00Z')")
                .param("id", id)
                .param("bsn", value(byBsn))
                .param("set", value(bySet))
                .param("oin", OIN)
                .update();
        owner.sql("insert into fact_event values (?, 1, 'RECORDED', '2026-11-01T00:00:00Z', 'x')")
                .param(id)
                .update();
        return id;
    }

    private static UUID value(SubjectKey key) {
        return key == null ? null : key.value();
    }
}
