package nl.sluiswachter.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import nl.sluiswachter.party.Capacity;
import org.junit.jupiter.api.Test;

/** What the registers ask the catalogue before they take an entry. */
class CatalogueKnowledgeTest {

    private static final Catalogue CATALOGUE =
            new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));

    private final CatalogueKnowledge knowledge = new CatalogueKnowledge(() -> CATALOGUE);

    @Test
    void knowsItsCodesAndNoOthers() {
        assertThat(knowledge.isExchangeType("VT_REPORT")).isTrue();
        assertThat(knowledge.isExchangeType("STOP_VIOLENCE_OR_ABUSE")).isFalse();
        assertThat(knowledge.isPurpose("STOP_VIOLENCE_OR_ABUSE")).isTrue();
        assertThat(knowledge.isPurpose("VT_REPORT")).isFalse();
        assertThat(knowledge.isCapacity("SCHOOL")).isTrue();
        assertThat(knowledge.isCapacity("POLITIE")).isFalse();
    }

    @Test
    void knowsAFieldAndTheGroupItBelongsTo() {
        assertThat(knowledge.isDataCategory("health")).isTrue();
        assertThat(knowledge.isDataCategory("health.diagnosis")).isTrue();
        assertThat(knowledge.isDataCategory("health.diag")).isFalse();
        assertThat(knowledge.isDataCategory("healt")).isFalse();
    }

    @Test
    void knowsWhoMaySendUnderATypeOrForAPurpose() {
        Set<Capacity> school = Set.of(new Capacity("SCHOOL"));
        Set<Capacity> agency = Set.of(new Capacity("CIZ"), new Capacity("VEILIG_THUIS"));

        assertThat(knowledge.maySend("VT_REPORT", school)).isTrue();
        assertThat(knowledge.maySend("STOP_VIOLENCE_OR_ABUSE", school)).isTrue();
        assertThat(knowledge.maySend("VT_REPORT", agency)).isFalse();
        assertThat(knowledge.maySend("VT_INFO_REQUEST", agency)).isTrue();
        assertThat(knowledge.maySend("VT_REPORT", Set.of())).isFalse();
        assertThat(knowledge.maySend("VT_GOSSIP", school)).isFalse();
    }
}
