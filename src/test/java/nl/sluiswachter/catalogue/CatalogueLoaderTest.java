package nl.sluiswachter.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

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
                        "WELFARE_REFERRAL");
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

    private static CatalogueFiles changed(String file, String from, String to) {
        SortedMap<String, String> texts = new TreeMap<>(FILES.texts());
        texts.computeIfPresent(file, (name, text) -> from.startsWith("#") ? text + to : text.replace(from, to));
        return new CatalogueFiles(texts);
    }
}
