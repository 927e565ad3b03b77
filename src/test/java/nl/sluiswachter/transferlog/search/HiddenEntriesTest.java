package nl.sluiswachter.transferlog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.LogDamaged;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.MarkedBatches;
import nl.sluiswachter.transferlog.SomeMark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may not see an entry gets the pages, the ends of pages and the cursors of a log without it. */
class HiddenEntriesTest {

    private static final Catalogue LAW =
            new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));
    private static final TestDatabase WHOLE = TestDatabase.create();
    private static final TestDatabase WITHOUT = TestDatabase.create();
    private static final SomeEntries ENTRIES = new SomeEntries();

    @BeforeAll
    static void fill() {
        SomeEntries without = new SomeEntries();
        Random random = new Random(42);
        for (int i = 0; i < 100; i++) {
            if (random.nextInt(3) == 0) {
                ENTRIES.confidential(i);
                without.nothing(i);
            } else {
                ENTRIES.open(i);
                without.open(i);
            }
        }
        ENTRIES.writeTo(WHOLE.asOwner());
        without.writeTo(WITHOUT.asOwner());
    }

    static Stream<Arguments> searches() {
        return Stream.of(
                Arguments.of("everything", SomeEntries.everything()),
                Arguments.of("some transfers", SomeEntries.among(some())),
                Arguments.of("a person", SomeEntries.filter(SomeEntries.PERSON, null, null, null, null, null)),
                Arguments.of("a case", SomeEntries.filter(null, SomeEntries.CASE, null, null, null, null)),
                Arguments.of("a sender", SomeEntries.filter(null, null, SomeEntries.SENDER, null, null, null)),
                Arguments.of("a receiver", SomeEntries.filter(null, null, SomeEntries.SAFETY, null, null, null)),
                Arguments.of("a hidden type", SomeEntries.filter(null, null, null, "VT_REPORT", null, null)),
                Arguments.of("refusals", SomeEntries.filter(null, null, null, null, "DENY", null)),
                Arguments.of("steps", SomeEntries.filter(null, null, null, null, null, LogKind.DELIVERED)),
                Arguments.of("look-ups", SomeEntries.filter(null, null, null, null, null, LogKind.LOOKUP)),
                Arguments.of("holds", SomeEntries.filter(null, null, null, null, null, LogKind.HOLD)),
                Arguments.of("destructions", SomeEntries.filter(null, null, null, null, null, LogKind.DESTRUCTION)),
                Arguments.of("reports", SomeEntries.filter(null, null, null, null, null, LogKind.REPORT)));
    }

    private static Set<UUID> some() {
        return IntStream.range(0, 20)
                .boxed()
                .flatMap(number -> Stream.of(new UUID(1, number), new UUID(2, number)))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("searches")
    void theOldestIsTheLastOfWhatMayBeSeen(String name, LogFilter filter) {
        LogSearch search = new LogSearch(JdbcClient.create(WHOLE.asApplication()), () -> LAW);
        for (Ground ground : List.of(Ground.AUDIT, Ground.SUPERVISION)) {
            List<Found> all = search.find(filter, SomeEntries.STRANGER, ground, Optional.empty(), 2_000)
                    .entries();

            assertThat(search.oldest(filter, SomeEntries.STRANGER, ground))
                    .isEqualTo(all.stream().reduce((newer, older) -> older).map(Found::place));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("searches")
    void aSearchIsThatOfALogWithoutWhatIsHidden(String name, LogFilter filter) {
        List<String> pages = walk(WHOLE, filter, SomeEntries.STRANGER, Ground.AUDIT);

        assertThat(pages).isEqualTo(walk(WITHOUT, filter, SomeEntries.STRANGER, Ground.AUDIT));
        assertThat(pages).isNotEqualTo(walk(WHOLE, filter, SomeEntries.STRANGER, Ground.SUPERVISION));
    }

    @Test
    void supervisionSeesAllAndAPartySeesWhatIsItsOwn() {
        SomeEntries one = new SomeEntries();
        one.confidential(0);
        TestDatabase database = TestDatabase.create();
        one.writeTo(database.asOwner());

        assertThat(ids(database, SomeEntries.STRANGER, Ground.AUDIT)).isEmpty();
        assertThat(ids(database, SomeEntries.STRANGER, Ground.INCIDENT)).hasSize((int) one.count());
        // decision, delivery, look-up and hold; the rest tells of types, of holding back or of nobody knows what
        assertThat(ids(database, new Oin(SomeEntries.SENDER), Ground.AUDIT)).hasSize(4);
        assertThat(ids(database, new Oin(SomeEntries.SAFETY), Ground.AUDIT)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entry = 'no entry'",
                "entry = set_byte(entry, 3, get_byte(entry, 3) # 1)",
                "entry_hash = sha256('other')",
                "kind = 'OF_TOMORROW'"
            })
    void oneThatWasDamagedSaysNothingAndHidesNoOther(String damage) {
        SomeEntries some = new SomeEntries();
        for (int i = 0; i < 5; i++) {
            some.open(i);
        }
        TestDatabase database = TestDatabase.create();
        some.writeTo(database.asOwner());
        LogSearch search = new LogSearch(JdbcClient.create(database.asApplication()), () -> LAW);
        List<Found> before = search.find(
                        SomeEntries.everything(), SomeEntries.STRANGER, Ground.AUDIT, Optional.empty(), 100)
                .entries();
        JdbcClient.create(database.asOwner())
                .sql("update transfer_log set " + damage + " where entry_id = ?")
                .param(before.get(3).entryId())
                .update();

        List<Found> after = search.find(
                        SomeEntries.everything(), SomeEntries.STRANGER, Ground.AUDIT, Optional.empty(), 100)
                .entries();

        assertThat(after.stream().filter(found -> !found.entry().isEmpty()))
                .hasSize(before.size() - 1)
                .noneMatch(found -> found.entryId().equals(before.get(3).entryId()));
    }

    @Test
    void whoMustLeaveNothingOutGetsNoneThatWasDamaged() {
        SomeEntries some = new SomeEntries();
        some.open(0);
        TestDatabase database = TestDatabase.create();
        some.writeTo(database.asOwner());
        JdbcClient jdbc = JdbcClient.create(database.asApplication());
        PersonEntries entries = new PersonEntries(jdbc, new Pages(jdbc, 1), new MarkedBatches(SomeMark.OURS));
        assertThat(entries.after(List.of(new UUID(1, 0)))).hasSize(1);

        JdbcClient.create(database.asOwner())
                .sql("update transfer_log set entry = 'x'")
                .update();

        assertThatThrownBy(() -> entries.after(List.of(new UUID(1, 0))))
                .isInstanceOf(LogDamaged.class)
                .hasMessageContaining("is damaged")
                .hasMessageEndingWith("verify the log");
    }

    private static List<String> walk(TestDatabase database, LogFilter filter, Oin viewer, Ground ground) {
        LogSearch search = new LogSearch(JdbcClient.create(database.asApplication()), () -> LAW);
        List<String> pages = new ArrayList<>();
        Optional<Place> place = Optional.empty();
        do {
            Page page = search.find(filter, viewer, ground, place, 17);
            place = page.next();
            pages.add(page.entries().stream().map(Found::entryId).toList() + " " + place);
        } while (place.isPresent());
        return pages;
    }

    private static List<UUID> ids(TestDatabase database, Oin viewer, Ground ground) {
        return new LogSearch(JdbcClient.create(database.asApplication()), () -> LAW)
                .find(SomeEntries.everything(), viewer, ground, Optional.empty(), 100).entries().stream()
                        .map(Found::entryId)
                        .toList();
    }
}
