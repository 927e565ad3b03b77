package nl.sluiswachter.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.consent.ConsentKind;
import nl.sluiswachter.consent.ConsentScope;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a report may not tell, rule by rule. */
class HoldBackTest {

    private static final Catalogue LAW =
            new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));
    private static final UUID TRANSFER = new UUID(1, 2);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VT_REPORT",
                "VT_INFO_REQUEST",
                "VT_INFO_RESPONSE",
                "VT_TRANSFER_LOCAL",
                "VT_FEEDBACK_REPORTER",
                "OGGZ_CONCERN_REPORT",
                "A_TYPE_OF_ANOTHER_CATALOGUE"
            })
    void aConfidentialOrUnknownTypeIsHeldBackAndCounted(String type) {
        HoldBack holdBack = rules(Set.of(), type, Optional.empty());

        assertThat(holdBack.mayTell(decision(type, "WMO"))).isFalse();
        assertThat(holdBack.mayTell(entry(LogKind.DRY_RUN, type, "WMO"))).isFalse();
        holdBack.count(decision(type, "WMO"));
        holdBack.count(entry(LogKind.DRY_RUN, type, "WMO"));
        assertThat(holdBack.numbers()).isEqualTo(Map.of(HoldBackRule.CONFIDENTIAL_TYPE, 2));
        assertThat(holdBack.transfers()).containsExactly(TRANSFER);
    }

    @Test
    void anOrdinaryTypeIsToldAndNothingIsCounted() {
        HoldBack holdBack = rules(Set.of(), "WMO_ALLOCATION", Optional.empty());

        assertThat(holdBack.mayTell(decision("WMO_ALLOCATION", "WMO"))).isTrue();
        assertThat(holdBack.hidden(decision("WMO_ALLOCATION", "WMO"))).isEmpty();
        assertThat(holdBack.numbers()).isEmpty();
        assertThat(holdBack.transfers()).isEmpty();
    }

    @Test
    void aFieldThatCameFromVeiligThuisIsHiddenAndTheRestIsTold() {
        HoldBack holdBack = rules(Set.of(), "WMO_ALLOCATION", Optional.empty());

        assertThat(holdBack.mayTell(decision("WMO_ALLOCATION", "VT"))).isTrue();
        assertThat(holdBack.hidden(decision("WMO_ALLOCATION", "VT"))).containsExactly("support.need");
        assertThat(holdBack.numbers()).isEqualTo(Map.of(HoldBackRule.SAFETY_ORIGIN, 1));
        assertThat(holdBack.transfers()).containsExactly(TRANSFER);
    }

    @Test
    void aTransferThatAReviewOpenedIsTold() {
        HoldBack holdBack = rules(Set.of(TRANSFER), "VT_REPORT", Optional.empty());

        assertThat(holdBack.mayTell(decision("VT_REPORT", "VT"))).isTrue();
        assertThat(holdBack.hidden(decision("VT_REPORT", "VT"))).isEmpty();
        assertThat(holdBack.numbers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"INVESTIGATION, false", "LEGAL_CLAIM, true", "ACCESS_REQUEST, true"})
    void aHoldIsToldUnlessSomebodyInvestigatesACrime(String ground, boolean told) {
        HoldBack holdBack = rules(Set.of(), null, Optional.empty());
        Found hold = entry(LogKind.HOLD, null, "WMO");
        ((ObjectNode) hold.entry().path("detail")).put("ground", ground);

        assertThat(holdBack.mayTell(hold)).isEqualTo(told);
        holdBack.count(hold);
        assertThat(holdBack.numbers().containsKey(HoldBackRule.INVESTIGATION)).isEqualTo(!told);
    }

    @ParameterizedTest
    @CsvSource({"VT_REPORT, false", "WMO_ALLOCATION, true", ", false"})
    void aLookUpOfOneTransferIsToldWhenThatTransferMayBe(String type, boolean told) {
        HoldBack holdBack = rules(Set.of(), type, Optional.empty());

        assertThat(holdBack.mayTell(entry(LogKind.LOOKUP, null, "WMO"))).isEqualTo(told);
        holdBack.count(entry(LogKind.LOOKUP, null, "WMO"));
        assertThat(holdBack.numbers().containsKey(HoldBackRule.REVEALING_LOOKUP))
                .isEqualTo(!told);
    }

    @ParameterizedTest
    @CsvSource({
        "OGGZ_CONCERN_REPORT, , false",
        "WELFARE_REFERRAL, , true",
        ", STOP_VIOLENCE_OR_ABUSE, false",
        ", CONTACT_RESIDENT, true"
    })
    void aConsentIsToldWhenSomethingItIsForMayBe(String type, String purpose, boolean told) {
        ConsentScope scope = new ConsentScope(
                ConsentKind.PROCESSING,
                Optional.ofNullable(type).map(Set::of).orElse(Set.of()),
                Optional.ofNullable(purpose),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());

        assertThat(rules(Set.of(), null, Optional.of(scope)).mayTell(entry(LogKind.CONSENT, null, "WMO")))
                .isEqualTo(told);
        assertThat(rules(Set.of(), null, Optional.empty()).mayTell(entry(LogKind.CONSENT, null, "WMO")))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = LogKind.class,
            names = {"DECISION", "DRY_RUN", "CONSENT", "FACT", "LOOKUP", "HOLD"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatIsNotNamedIsNotTold(LogKind kind) {
        assertThat(rules(Set.of(), "WMO_ALLOCATION", Optional.empty()).mayTell(entry(kind, "WMO_ALLOCATION", "WMO")))
                .isFalse();
    }

    private static HoldBack rules(Set<UUID> disclosed, String type, Optional<ConsentScope> scope) {
        return new HoldBack(LAW, disclosed, id -> Optional.ofNullable(type), id -> scope);
    }

    private static Found decision(String type, String origin) {
        return entry(LogKind.DECISION, type, origin);
    }

    private static Found entry(LogKind kind, String type, String origin) {
        try {
            return new Found(
                    new Place(Instant.EPOCH, 1, 2),
                    new UUID(3, 4),
                    kind,
                    JsonMapper.builder()
                            .build()
                            .readTree(
                                    """
                                    {"transferId":"%s",%s
                                     "persons":[{"ref":"p1","origins":{"support.need":["%s"],"identity.name":["WMO"]}}],
                                     "detail":{"consentId":"%s"}}
                                    """
                                            .formatted(
                                                    TRANSFER,
                                                    type == null ? "" : "\"exchangeType\":\"" + type + "\",",
                                                    origin,
                                                    TRANSFER)),
                    new byte[32],
                    Map.of());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
