package nl.sluiswachter.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueLoaderTest {

    private static final CatalogueFiles FILES = CatalogueFiles.in(Path.of("src/main/resources/catalogue"));

    private final CatalogueLoader loader = new CatalogueLoader();

    @Test
    void loadsTheCatalogueInTheRepository() {
        Catalogue catalogue = loader.load(FILES);

        assertThat(catalogue.types())
                .containsOnlyKeys(
                        "WMO_ALLOCATION",
                        "WMO_HEALTH_INFO_REQUEST",
                        "WMO_HEALTH_INFO_RESPONSE",
                        "SCHOOL_TO_YOUTH_TEAM",
                        "VT_REPORT",
                        "WELFARE_REFERRAL",
                        "WMO_PROVIDER_REPORT",
                        "WMO_FEEDBACK_TO_CARE",
                        "WLZ_INDICATION_NOTICE",
                        "JW_ALLOCATION",
                        "JW_PROVIDER_REPORT",
                        "JW_BILLING",
                        "GP_TO_YOUTH_TEAM",
                        "JGZ_TO_YOUTH_TEAM",
                        "YOUTH_TEAM_TO_SCHOOL",
                        "SCHOOL_INFO_COMPULSORY_EDU",
                        "VT_INFO_REQUEST",
                        "VT_INFO_RESPONSE",
                        "VT_TRANSFER_LOCAL",
                        "VT_FEEDBACK_REPORTER",
                        "VIR_FLAG",
                        "GI_INFO_OTS",
                        "PW_REINTEGRATION_REFERRAL",
                        "PW_REINTEGRATION_REPORT",
                        "DEBT_EARLY_SIGNAL",
                        "DEBT_ALIGNMENT",
                        "WELFARE_SIGNAL",
                        "OGGZ_CONCERN_REPORT",
                        "NURSE_WMO_ALIGNMENT",
                        "STUDENT_TRANSPORT_ORDER",
                        "CASE_CONFERENCE_SHARE",
                        "VITAL_INTEREST_ALERT",
                        "MUNICIPAL_REUSE");
        assertThat(catalogue.version()).matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void everyReasonThatRefusesOffersAWayOut() {
        Catalogue catalogue = loader.load(FILES);

        for (Code code : Code.values()) {
            if (code.compareTo(Code.SENDER_NOT_ENTITLED) >= 0) {
                assertThat(catalogue.texts().reasons().get(code).remedies())
                        .as(code.name())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void versionFollowsContentAndNotLayout() {
        String version = loader.load(FILES).version();

        assertThat(loader.load(changed("articles.yaml", "# a remark\n", "\n")).version())
                .isEqualTo(version);
        assertThat(loader.load(changed("ages.yaml", "JOINT\n", "LAW_ONLY\n")).version())
                .isNotEqualTo(version);
    }

    @Test
    void refusesAnUnknownFieldWithFileAndName() {
        assertThatThrownBy(() -> loader.load(changed("types/VT_REPORT.yaml", "school.attendance", "school.grades")))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("types/VT_REPORT.yaml")
                .hasMessageContaining("school.grades");
    }

    @Test
    void refusesAnArticleThatNobodyRead() {
        assertThatThrownBy(() ->
                        loader.load(changed("types/VT_REPORT.yaml", "[Wmo 2015 art. 5.2.6,", "[Wmo 2015 art. 9,")))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("articles.yaml does not know");
    }

    @Test
    void refusesAnUnknownMemberWithItsLine() {
        assertThatThrownBy(() -> loader.load(changed("ages.yaml", "regimes:", "regimen:")))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("ages.yaml, line");
    }

    @Test
    void refusesAMissingFile() {
        SortedMap<String, String> texts = new TreeMap<>(FILES.texts());
        texts.remove("reuse.yaml");

        assertThatThrownBy(() -> loader.load(new CatalogueFiles(texts)))
                .hasMessageContaining("reuse.yaml: the file is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "types/VT_REPORT.yaml | receivers: [VEILIG_THUIS] | receivers: [POLITIE] | names an unknown capacity POLITIE",
                "types/VT_REPORT.yaml | receivers: [VEILIG_THUIS] | receivers: [] | receivers must not be empty",
                "types/VT_REPORT.yaml | [[identity.name], | [[health.diagnosis], | fields.mandatory names health.diagnosis, which is not allowed",
                "types/VT_REPORT.yaml | ageRegime: WMO | ageRegime: WAMS | consent.ageRegime must be one of ages.yaml",
                "types/VT_REPORT.yaml | {demand: NONE, | {demand: REQUIRED, | consent.kinds must be given exactly when consent is demanded",
                "types/WELFARE_REFERRAL.yaml | kinds: [PROCESSING] | kinds: [] | consent.kinds must be given exactly when consent is demanded",
                "types/VT_REPORT.yaml | purpose: STOP_VIOLENCE_OR_ABUSE | # none | purpose is missing",
                "types/VT_REPORT.yaml | bsn: ALLOWED | # none | bsn is missing",
                "types/VT_REPORT.yaml | title: {nl: Melding bij Veilig Thuis, en: Report to Veilig Thuis} | 'title: {nl: Melding, en: \"\"}' | title is missing",
                "reasons.yaml | remedies: [CORRECT_BSN] | remedies: [GUESS_BSN] | BSN_INVALID names an unknown remedy GUESS_BSN",
                "reasons.yaml | en: \"The address is secret.\" | en: \"\" | ADDRESS_PROTECTED needs a text in nl and en",
                "reuse.yaml | article: Wmo 2015 art. 4.2.12 lid 3 | article: Wmo 2015 art. 99 | VT to WMO cites Wmo 2015 art. 99, which articles.yaml does not know",
                "reuse.yaml | onlyFor: OFFER_DEBT_HELP | onlyFor: HELP | WGS_SIGNAL to WGS is only for an unknown purpose HELP",
                "types/VT_REPORT.yaml | 9(2)(g) | banana | avgGrounds must be limbs such as 6(1)(e) or 9(2)(h)",
                "types/VT_REPORT.yaml | within: P28D | within: P-28D | an obligation needs a code and a term",
                "types/VT_REPORT.yaml | household: LISTED | household: OWN_CONSENT | although no consent is demanded",
                "types/VT_REPORT.yaml | household: LISTED | household: NONE | household must be NONE exactly when",
                "types/VT_REPORT.yaml | bsn: ALLOWED | bsn: NEVER | identity.bsn is allowed although bsn says NEVER",
                "types/VT_REPORT.yaml | bsn: ALLOWED | 'bsn: ALLOWED\\nrules: {a: b}' | rules must be a list of 1 to 50 rules",
                "types/VT_REPORT.yaml | bsn: ALLOWED | 'bsn: ALLOWED\\nrules: []' | rules must be a list of 1 to 50 rules",
                "types/VT_REPORT.yaml | bsn: ALLOWED | 'bsn: ALLOWED\\nrules: [x]' | rules must be a list of 1 to 50 rules",
                "types/VT_REPORT.yaml | bsn: ALLOWED | 'bsn: ALLOWED\\nrules: [{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}]' | rules must be a list of 1 to 50 rules",
                "types/VT_REPORT.yaml | bsn: ALLOWED | 'bsn: ALLOWED\\nrules: [{objectable: true}, {objectable: false}]' | rules overlap",
                "types/VT_INFO_RESPONSE.yaml | answers: VT_INFO_REQUEST | answers: VT_QUESTION | answers names an unknown exchange type VT_QUESTION",
                "types/VT_REPORT.yaml | bsn: ALLOWED | 'bsn: ALLOWED\\nanswersOnlyToMessage: true' | answersOnlyToMessage is stated although the type answers no other",
                "types/VT_REPORT.yaml | bsn: ALLOWED | 'bsn: ALLOWED\\ntoldByResident: ACCOMPANYING' | toldByResident is limited although capacities.yaml does not say under which law",
                "capacities.yaml | , actsUnder: [WMO]} | } | toldByResident is limited although capacities.yaml does not say under which law municipality (social support) acts",
                "capacities.yaml | actsUnder: [WMO]} | actsUnder: [RESIDENT]} | GEMEENTE_WMO acts under RESIDENT, which has no row in reuse.yaml",
                "articles.yaml | {inForceFrom: 2025-10-21} | '{inForceFrom: 2025-10-21, inForceUntil: 2025-01-01}' | must be in force from a day before it ends",
                "reuse.yaml | rule: C*, article: Wmo 2015 art. 5.3.3 lid 1, alsoNeeds: SECRECY_WAIVER | rule: C*, article: Wmo 2015 art. 5.3.3 lid 1 | must say in alsoNeeds what lifts the secrecy",
                "ages.yaml | , adult: SELF} | } | needs a rule for each age",
                "ages.yaml | minor12to15: JOINT | minor12to15: null | minor12to15 must be JOINT or LAW_ONLY"
            })
    void refusesWhatContradictsItselfOrIsNotThere(String file, String from, String to, String sentence) {
        assertThatThrownBy(() -> loader.load(changed(file, from, to.replace("\\n", "\n"))))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining(file.replace(".yaml", ""))
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "types/VT_REPORT.yaml | objectable: | objectionable:",
                "types/VT_REPORT.yaml | bsn: ALLOWED | bsn: PERHAPS",
                "fields.yaml | kind: BSN | kind: NUMBER",
                "fields.yaml | identity.name: | 'identity.bsn: {kind: TEXT}\nidentity.name:'",
                "capacities.yaml | SCHOOL: | school:",
                "articles.yaml | inForceFrom: 2026-07-01 | inForceFrom: soon",
                "reuse.yaml | rule: S, | rule: Z,"
            })
    void refusesWhatCannotBeReadAndNamesTheFile(String file, String from, String to) {
        assertThatThrownBy(() -> loader.load(changed(file, from, to.replace("\\n", "\n"))))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining(file);
    }

    @Test
    void namesEveryFaultAtOnce() {
        SortedMap<String, String> texts = new TreeMap<>(FILES.texts());
        texts.computeIfPresent("ages.yaml", (name, text) -> text.replace("minor12to15: JOINT", "minor12to15: null"));
        texts.computeIfPresent("types/VT_REPORT.yaml", (name, text) -> text.replace("bsn: ALLOWED", "# none"));

        assertThatThrownBy(() -> loader.load(new CatalogueFiles(texts)))
                .hasMessageContaining("ages.yaml, line 3: minor12to15")
                .hasMessageContaining("types/VT_REPORT.yaml, line 1: bsn is missing");
    }

    @Test
    void repeatsOnlyThePartOfAPathThatTheVocabularyHas() {
        Catalogue catalogue = loader.load(FILES);

        assertThat(catalogue.knownPart("identity.name")).isEqualTo("identity.name");
        assertThat(catalogue.knownPart("identity.name.family")).isEqualTo("identity.name.family");
        assertThat(catalogue.knownPart("identity.name.Jansen")).isEqualTo("identity.name");
        assertThat(catalogue.knownPart("identity.Jansen")).isEqualTo("identity");
        assertThat(catalogue.knownPart("identity")).isEqualTo("identity");
        assertThat(catalogue.knownPart("Jansen.name")).isEmpty();
        assertThat(catalogue.knownPart("Jansen")).isEmpty();
        assertThat(catalogue.knownPart("")).isEmpty();
    }

    private static CatalogueFiles changed(String file, String from, String to) {
        SortedMap<String, String> texts = new TreeMap<>(FILES.texts());
        assertThat(from.startsWith("#") || texts.get(file).contains(from))
                .as(file + " has " + from)
                .isTrue();
        texts.computeIfPresent(file, (name, text) -> from.startsWith("#") ? text + to : text.replace(from, to));
        return new CatalogueFiles(texts);
    }
}
