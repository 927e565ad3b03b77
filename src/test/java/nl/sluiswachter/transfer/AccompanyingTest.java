package nl.sluiswachter.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.consent.ConsentKind;
import nl.sluiswachter.consent.ConsentScope;
import org.junit.jupiter.api.Test;

class AccompanyingTest {

    private static final Catalogue LAW =
            new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));

    @Test
    void namesWhatSaysWhomItIsAbout() {
        assertThat(between("GEMEENTE_WMO", "WELZIJN", to("WELFARE_REFERRAL", "support.need")))
                .containsExactly("identity.name");
    }

    @Test
    void leavesOutWhatTheConsentNames() {
        assertThat(between("GEMEENTE_WMO", "WELZIJN", to("WELFARE_REFERRAL", "identity", "support.need")))
                .isEmpty();
    }

    @Test
    void namesTheBsnAndWhatGoesInsteadOfItWhereALawPrescribesIt() {
        assertThat(between("HUISARTS", "GEMEENTE_WMO", to("WMO_HEALTH_INFO_RESPONSE", "health.functional")))
                .containsExactly(
                        "case.reference", "identity.address", "identity.birthdate", "identity.bsn", "identity.name");
    }

    @Test
    void namesNoBsnForWhoHasNoRightToIt() {
        assertThat(between("HUISARTS", "GECERTIFICEERDE_INSTELLING", to("GI_INFO_OTS", "safety.concern")))
                .contains("identity.bsn");
        assertThat(between("SCHOOL", "GECERTIFICEERDE_INSTELLING", to("GI_INFO_OTS", "safety.concern")))
                .isNotEmpty()
                .doesNotContain("identity.bsn");
    }

    @Test
    void looksAtEveryExchangeOfThePurposeWhenNoneIsNamed() {
        ConsentScope scope = new ConsentScope(
                ConsentKind.PROCESSING,
                Set.of(),
                Optional.of("CONTACT_RESIDENT"),
                Optional.empty(),
                List.of(),
                List.of("support.need"),
                Optional.empty());

        assertThat(between("GEMEENTE_WMO", "WELZIJN", scope)).containsExactly("identity.name");
        assertThat(between("GEMEENTE_WMO", "SCHOOL", scope)).isEmpty();
    }

    @Test
    void namesNothingForAConsentToHelp() {
        assertThat(between("GEMEENTE_WMO", "WELZIJN", to(ConsentKind.CARE, "WELFARE_REFERRAL", "support.need")))
                .isEmpty();
    }

    private static Set<String> between(String sender, String receiver, ConsentScope scope) {
        return new Accompanying(LAW)
                .fields(scope, capacity -> capacity.code().equals(sender), capacity -> capacity.code()
                        .equals(receiver));
    }

    private static ConsentScope to(String type, String... data) {
        return to(ConsentKind.PROCESSING, type, data);
    }

    private static ConsentScope to(ConsentKind kind, String type, String... data) {
        return new ConsentScope(
                kind, Set.of(type), Optional.empty(), Optional.empty(), List.of(), List.of(data), Optional.empty());
    }
}
