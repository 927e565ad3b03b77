package nl.sluiswachter.transferlog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.SomeShards;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries by which somebody who can write in the database would be told what is about another: they say nothing. */
class FiledElsewhereTest {

    private static final Catalogue LAW =
            new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));
    private static final UUID ONE = new UUID(9, 1);
    private static final UUID OTHER = new UUID(9, 2);

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient superuser = JdbcClient.create(database.asSuperuser());

    @BeforeEach
    void aDecisionAboutEachOfTwo() {
        SomeShards shards = new SomeShards(database.asApplication(), 1);
        shards.decide(0, new UUID(7, 1), new SubjectKey(ONE));
        shards.decide(0, new UUID(7, 2), new SubjectKey(OTHER));
    }

    @Test
    void whatIsFiledAsItSaysIsTold() {
        assertThat(about(ONE)).singleElement().satisfies(found -> {
            assertThat(found.text("transferId")).contains(new UUID(7, 1).toString());
            assertThat(found.subjects()).isEqualTo(Map.of("p1", List.of(new SubjectKey(ONE))));
        });
    }

    @Test
    void twoWhosePersonsWereSwappedTellNeitherOfTheOther() {
        superuser
                .sql(
                        "update transfer_log_subject set subject_key = case subject_key when :one then :other else :one end")
                .param("one", ONE)
                .param("other", OTHER)
                .update();

        for (UUID person : List.of(ONE, OTHER)) {
            assertThat(about(person)).singleElement().satisfies(found -> {
                assertThat(found.isDamaged()).isTrue();
                assertThat(found.subjects()).isEmpty();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update transfer_log set seed = null",
                "update transfer_log set seed = sha256('other')",
                "update transfer_log set kind = 'DRY_RUN'",
                "update transfer_log_subject set person = 'p2'",
                "update transfer_log_subject set recorded_at = recorded_at + interval '1 s';"
                        + " update transfer_log set recorded_at = recorded_at + interval '1 s'",
                "insert into transfer_log_subject (subject_key, recorded_at, shard, position, person)"
                        + " select gen_random_uuid(), recorded_at, shard, position, 'p3' from transfer_log"
            })
    void oneThatIsFiledOtherwiseThanItSaysIsDamaged(String change) {
        superuser.sql(change).update();

        assertThat(about(ONE)).singleElement().matches(Found::isDamaged);
    }

    @Test
    void oneThatWasTakenFromItsPersonIsDamagedForWhoFindsItOtherwise() {
        superuser
                .sql("delete from transfer_log_subject where subject_key = ?")
                .param(ONE)
                .update();

        assertThat(find(SomeEntries.filter(ONE, null, null, null, null, null))).isEmpty();
        assertThat(find(SomeEntries.everything()))
                .filteredOn(Found::isDamaged)
                .singleElement()
                .satisfies(found -> assertThat(found.entryId()).isEqualTo(new UUID(7, 1)));
    }

    private List<Found> about(UUID person) {
        return find(SomeEntries.filter(person, null, null, null, null, null));
    }

    private List<Found> find(LogFilter filter) {
        return new LogSearch(JdbcClient.create(database.asApplication()), () -> LAW)
                .find(filter, SomeEntries.STRANGER, Ground.SUPERVISION, Optional.empty(), 10)
                .entries();
    }
}
