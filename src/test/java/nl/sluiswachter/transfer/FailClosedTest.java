package nl.sluiswachter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Code;
import org.junit.jupiter.api.Test;

/** A rule that cannot be evaluated is a refusal that says so, and hides nothing that the other rules say. */
class FailClosedTest {

    private static final Check BROKEN = new BrokenCheck(CheckName.ORIGIN);

    private final Submitted submitted = Worlds.of(7).submitted();
    private final Case examined = new Case(
                    submitted,
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    new Registers.Known(List.of(), List.of()),
                    Set.of(),
                    Optional.empty(),
                    List.of(),
                    Map.of())
            .examinedBy(List.of(new PartiesCheck(), BROKEN, new PurposeMatchCheck()));

    @Test
    void refusesWhenARuleCannotBeEvaluated() {
        assertThat(examined.findings())
                .filteredOn(finding -> finding.code() == Code.RULE_NOT_EVALUATED)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.isFailure()).isTrue();
                    assertThat(finding.check()).isEqualTo(CheckName.ORIGIN);
                    assertThat(finding.article()).isEqualTo(submitted.rule().article());
                });
    }

    @Test
    void everyCheckStandsUnderItsOwnName() {
        assertThat(Stream.of(
                                new PartiesCheck(),
                                new ExchangeTypeCheck(),
                                new PurposeMatchCheck(),
                                new IdentityCheck(),
                                new PreconditionCheck(),
                                new RequestCheck(),
                                new ObjectionCheck(),
                                new OriginCheck(),
                                new ConsentOfPersonsCheck(),
                                new SecrecyCheck(),
                                new BsnCheck(),
                                new AddressCheck(),
                                new FieldCheck(),
                                new FreeTextCheck(),
                                new MinimumCheck())
                        .map(Check::name))
                .containsExactly(
                        CheckName.PARTIES,
                        CheckName.EXCHANGE_TYPE,
                        CheckName.PURPOSE,
                        CheckName.IDENTITY,
                        CheckName.PRECONDITION,
                        CheckName.REQUEST,
                        CheckName.OBJECTION,
                        CheckName.ORIGIN,
                        CheckName.CONSENT,
                        CheckName.SECRECY,
                        CheckName.BSN,
                        CheckName.ADDRESS,
                        CheckName.FIELDS,
                        CheckName.FREE_TEXT,
                        CheckName.MINIMUM);
    }

    @Test
    void runsTheOtherRulesAllTheSame() {
        assertThat(examined.findings())
                .extracting(Finding::check)
                .contains(CheckName.PARTIES, CheckName.ORIGIN, CheckName.PURPOSE);
    }
}
