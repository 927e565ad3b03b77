package nl.sluiswachter.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.transfer.CheckName;
import nl.sluiswachter.transfer.Decided;
import nl.sluiswachter.transfer.Finding;
import nl.sluiswachter.transfer.PartlyBlind;
import nl.sluiswachter.transfer.Registers;
import nl.sluiswachter.transfer.Submitted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of the catalogue has a canary, all checks object to it, and a check that does not is noticed. */
class EveryRuleTest {

    private static final Catalogue LAW =
            new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));
    private static final CanaryMessages MESSAGES = new CanaryMessages(new UuidV7(Clock.systemUTC()), Clock.systemUTC());
    private static final Registers EMPTY = keys -> new Registers.Known(List.of(), List.of());

    static List<Canary> canaries() {
        return Canary.of(LAW);
    }

    static List<Canary> withText() {
        return canaries().stream()
                .filter(canary -> new Bait(LAW, canary.rule()).textField().isPresent())
                .toList();
    }

    @Test
    void everyTypeHasOne() {
        assertThat(canaries().stream().map(Canary::type).map(ExchangeType::id).collect(Collectors.toSet()))
                .isEqualTo(LAW.types().keySet());
        assertThat(canaries())
                .hasSize(LAW.types().values().stream()
                        .mapToInt(type -> type.rules().size())
                        .sum());
        assertThat(canaries().stream().map(Canary::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("canaries")
    void isRefusedByEveryCheckThatCanObject(Canary canary) {
        Decided decided = seen(canary).decide();

        assertThat(CanaryJudge.decision(decided)).isEmpty();
        assertThat(decided.isPermit()).isFalse();
        assertThat(decided.outgoing()).isEmpty();
        assertThat(decided.findings().stream().map(Finding::check).distinct())
                .containsExactlyElementsOf(Stream.of(CheckName.values())
                        .filter(CheckName::isInEveryDecision)
                        .toList());
    }

    /** Else a partner could let a node fail by what it registers. */
    @ParameterizedTest
    @MethodSource("canaries")
    void isAboutSomebodyNewEachTime(Canary canary) {
        assertThat(keys(canary)).hasSize(1).isNotEqualTo(keys(canary));
    }

    @ParameterizedTest
    @MethodSource("canaries")
    void noticesACheckThatDoesNotRun(Canary canary) {
        for (CheckName check : CheckName.values()) {
            if (check.isInEveryDecision()) {
                assertThat(CanaryJudge.decision(seen(canary).without(check).decide()))
                        .contains(Alarm.unseenBy(check));
                assertThat(CanaryJudge.decision(seen(canary).broken(check).decide()))
                        .contains(Alarm.unseenBy(check));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("canaries")
    void noticesACheckThatFindsNothingWrong(Canary canary) {
        List<CheckName> objecting = seen(canary).decide().findings().stream()
                .filter(Finding::isFailure)
                .map(Finding::check)
                .distinct()
                .toList();

        assertThat(objecting).contains(CheckName.PARTIES, CheckName.EXCHANGE_TYPE, CheckName.PURPOSE);
        assertThat(objecting.contains(CheckName.MINIMUM)).isEqualTo(new Bait(LAW, canary.rule()).lacksMinimum());
        for (CheckName check : objecting) {
            assertThat(CanaryJudge.decision(seen(canary).lenient(check).decide()))
                    .contains(Alarm.unseenBy(check));
        }
    }

    @ParameterizedTest
    @MethodSource("canaries")
    void noticesAFieldThatIsNotLeftOut(Canary canary) {
        Bait bait = new Bait(LAW, canary.rule());
        if (bait.stuckOrigin().isPresent()) {
            bait.stuckFields().forEach(stuck -> assertThat(
                            CanaryJudge.decision(seen(canary).keeping(stuck).decide()))
                    .contains(Alarm.unseenBy(CheckName.ORIGIN)));
        }
        assertThat(CanaryJudge.decision(seen(canary).keeping(CanaryMessages.BSN).decide()))
                .contains(Alarm.unseenBy(CheckName.BSN));
        assertThat(CanaryJudge.decision(
                        seen(canary).keeping(CanaryMessages.STRANGE_FIELD).decide()))
                .contains(Alarm.unseenBy(CheckName.FIELDS));
        assertThat(CanaryJudge.decision(
                        seen(canary).keeping(CanaryMessages.STRANGE_ITEM).decide()))
                .contains(Alarm.unseenBy(CheckName.REQUEST));
    }

    @ParameterizedTest
    @MethodSource("withText")
    void noticesANumberThatStaysInAText(Canary canary) {
        String field = new Bait(LAW, canary.rule()).textField().orElseThrow();

        assertThat(CanaryJudge.decision(seen(canary).keeping(field).decide()))
                .contains(Alarm.unseenBy(CheckName.FREE_TEXT));
        assertThat(CanaryJudge.decision(seen(canary).unmasked().decide()))
                .contains(Alarm.unseenBy(CheckName.FREE_TEXT));
    }

    /** To re-use within the municipality nothing goes without consent; a reporter is told the minimum only. */
    @Test
    void allButTheseHoldATextThatMustBeMasked() {
        List<Canary> others = new ArrayList<>(canaries());
        others.removeAll(withText());

        assertThat(others.stream().map(canary -> canary.type().id()).distinct())
                .containsExactly("MUNICIPAL_REUSE", "VT_FEEDBACK_REPORTER");
    }

    @ParameterizedTest
    @MethodSource("canaries")
    void noticesThatNoCheckObjectsAndTheGuardBehindThemStillDoes(Canary canary) {
        PartlyBlind blind = seen(canary);
        for (CheckName check : CheckName.values()) {
            blind = blind.lenient(check);
        }

        assertThat(CanaryJudge.decision(blind.decide())).isPresent();
        assertThat(blind.decide().outgoing()).isEmpty();
    }

    private static PartlyBlind seen(Canary canary) {
        return PartlyBlind.on(MESSAGES.submit(canary, LAW), EMPTY);
    }

    private static Collection<SubjectKey> keys(Canary canary) {
        Submitted submitted = MESSAGES.submit(canary, LAW);
        return PartlyBlind.on(submitted, EMPTY).decide().identities().values().stream()
                .flatMap(identity -> identity.keys().stream())
                .toList();
    }
}
