package nl.sluiswachter.transferlog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No search reads without bound, and what it passes it tells of once. */
class PagesTest {

    private static final Catalogue LAW =
            new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient owner = JdbcClient.create(database.asOwner());

    @Test
    void stopsAfterSoManyThatMayBeSeenSaysWhereAndGoesOnThere() {
        owner.sql(
                        """
                        insert into transfer_log (shard, position, entry_id, recorded_at, kind, transfer_id, sender,
                            exchange_type, outcome, entry, entry_hash)
                        select 1, n, gen_random_uuid(), cast(:start as timestamptz) + n * interval '1 second', 'DECISION',
                               gen_random_uuid(), :sender, case when n % 3 = 0 then 'VT_REPORT' else 'WMO_ALLOCATION' end,
                               case when n = 1 then 'DENY' else 'PERMIT' end, :entry, sha256('{}')
                          from generate_series(1, 9000) n
                        """)
                .param("start", SomeEntries.START.toString())
                .param("sender", SomeEntries.SENDER)
                .param("entry", SomeEntries.packed("{}"))
                .update();
        LogSearch search = new LogSearch(JdbcClient.create(database.asApplication()), () -> LAW);
        LogFilter refusals = SomeEntries.filter(null, null, null, null, "DENY", null);

        Page first = search.find(refusals, SomeEntries.STRANGER, Ground.AUDIT, Optional.empty(), 25);
        Page second = search.find(refusals, SomeEntries.STRANGER, Ground.AUDIT, first.next(), 25);

        assertThat(first.entries()).isEmpty();
        // every third is hidden and counts for nothing, so 7,500 were passed for the 5,000 that may be seen
        assertThat(first.stoppedAt(25)).hasValue(SomeEntries.START.plusSeconds(1501));
        assertThat(second.entries()).hasSize(1);
        assertThat(second.next()).isEmpty();
        assertThat(second.stoppedAt(25)).isEmpty();
    }

    @Test
    void whatAPartyWasRefusedUsesUpNothingOfItsTransactions() {
        owner.sql(
                        """
                        insert into transfer_log (shard, position, entry_id, recorded_at, kind, transfer_id, sender, receiver,
                            exchange_type, outcome, entry, entry_hash)
                        select 1, n, gen_random_uuid(), cast(:start as timestamptz) + n * interval '1 second',
                               case when n % 2 = 0 or n = 1 then 'DECISION' else 'DRY_RUN' end, gen_random_uuid(), :sender,
                               :receiver, case when n = 3 then 'WMO_REPORT' else 'WMO_ALLOCATION' end,
                               case when n in (1, 3) then 'PERMIT' else 'DENY' end, :entry, sha256('{}')
                          from generate_series(1, 12000) n
                        """)
                .param("start", SomeEntries.START.toString())
                .param("sender", SomeEntries.SENDER)
                .param("receiver", SomeEntries.STRANGER.value())
                .param("entry", SomeEntries.packed("{}"))
                .update();
        Transactions transactions = new Transactions(new Pages(JdbcClient.create(database.asApplication()), 1));

        for (String party : List.of(SomeEntries.SENDER, SomeEntries.STRANGER.value())) {
            TransactionQuery all = new TransactionQuery(
                    new Oin(party), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
            Page page = transactions.find(all, found -> true, Order.NEWEST_FIRST, Optional.empty(), 25);

            assertThat(page.entries()).hasSize(1);
            assertThat(page.next()).isEmpty();
        }
    }

    @Test
    void aStatementThatTakesTooLongIsGivenUp() throws Exception {
        Pages impatient = new Pages(Pages.patient(database.asApplication(), Duration.ofSeconds(1)), 1);
        try (Connection other = database.asOwner().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table transfer_log in access exclusive mode");

            assertThatThrownBy(() -> impatient.read(
                            () -> List.of(Source.log()), Sight.ALL, Order.NEWEST_FIRST, Optional.empty(), 25))
                    .isInstanceOf(SearchTooWide.class);
            other.rollback();
        }
    }

    @Test
    void aSearchThatHasNoTurnIsNotTooWide() {
        Pages busy = new Pages(owner, new Turns(0, Duration.ofMillis(1)));

        assertThatThrownBy(() ->
                        busy.read(() -> List.of(Source.log()), Sight.ALL, Order.NEWEST_FIRST, Optional.empty(), 25))
                .isInstanceOf(SearchBusy.class);
    }

    @Test
    void aSearchThatSpentItsTimeWaitingIsNotTooWide() {
        SomeEntries some = new SomeEntries();
        for (int i = 0; i < 4; i++) {
            some.open(i);
        }
        some.writeTo(database.asOwner());
        Duration patience = Duration.ofSeconds(2);
        LogSearch late = new LogSearch(
                new Pages(owner, new Turns(new LateTurns(patience), patience)), new Visibility(owner, () -> LAW));
        LogFilter first = SomeEntries.filter(null, null, null, null, "DENY", null);

        assertThatThrownBy(() -> late.find(first, SomeEntries.STRANGER, Ground.AUDIT, Optional.empty(), 1))
                .isInstanceOf(SearchBusy.class);
    }

    /** Has a turn for everybody, a little after their patience ended. */
    private static final class LateTurns extends Semaphore {

        private static final long serialVersionUID = 1L;

        private final Duration after;

        LateTurns(Duration after) {
            super(1);
            this.after = after;
        }

        @Override
        public boolean tryAcquire(long time, TimeUnit unit) throws InterruptedException {
            return !new Semaphore(0).tryAcquire(after.toMillis() + 1, TimeUnit.MILLISECONDS);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void tellsOfEachHiddenEntryOnceHoweverThePagesFall(int limit) {
        SomeEntries some = new SomeEntries();
        for (int i = 0; i < 4; i++) {
            some.open(i);
            some.confidential(i);
        }
        some.writeTo(database.asOwner());
        Pages pages = new Pages(owner, 1);
        List<UUID> hidden = new ArrayList<>();
        List<UUID> told = new ArrayList<>();
        Optional<Place> place = Optional.empty();
        do {
            Page page = pages.read(
                    PagesTest::aboutThePerson,
                    Sight.judging(read -> {}, found -> found.text("receiver")
                            .filter("00000099000000002000"::equals)
                            .isPresent()),
                    Order.OLDEST_FIRST,
                    place,
                    limit);
            page.hidden().forEach(found -> hidden.add(found.entryId()));
            page.entries().forEach(found -> told.add(found.entryId()));
            place = page.next();
        } while (place.isPresent());

        assertThat(told).hasSize(4).doesNotHaveDuplicates();
        // of each that is hidden the decision and the look-up, and the look-ups of two that are told
        assertThat(hidden).hasSize(10).doesNotHaveDuplicates();
    }

    /** What a report may not tell of it reads all the same; how much that is, the number of statements tells from so many on only. */
    @ParameterizedTest
    @CsvSource({"0, 1", "299, 1", "300, 2"})
    void passesAsManyHiddenEntriesByTheFirstStatementAsDocumented(int hidden, int statements) {
        owner.sql(
                        """
                        with entries as (
                            insert into transfer_log (shard, position, entry_id, recorded_at, kind, transfer_id, sender, entry, entry_hash)
                            select 1, n, gen_random_uuid(), cast(:start as timestamptz) + n * interval '1 second', 'DECISION',
                                   gen_random_uuid(), :sender, :entry, sha256('{}')
                              from generate_series(1, 600) n
                            returning recorded_at, shard, position)
                        insert into transfer_log_subject (subject_key, recorded_at, shard, position, person)
                        select :person, recorded_at, shard, position, 'p1' from entries
                        """)
                .param("start", SomeEntries.START.toString())
                .param("sender", SomeEntries.SENDER)
                .param("entry", SomeEntries.packed("{}"))
                .param("person", SomeEntries.PERSON)
                .update();
        AtomicInteger read = new AtomicInteger();

        Page page = new Pages(owner, 1)
                .read(
                        PagesTest::aboutThePerson,
                        Sight.judging(
                                some -> read.incrementAndGet(),
                                found -> found.place().position() > hidden),
                        Order.OLDEST_FIRST,
                        Optional.empty(),
                        100);

        assertThat(page.entries()).hasSize(100);
        assertThat(page.hidden()).hasSize(hidden);
        assertThat(read).hasValue(statements);
    }

    private static List<Source> aboutThePerson() {
        return PersonEntries.about(
                new SubjectIdentity(Optional.of(new SubjectKey(SomeEntries.PERSON)), Optional.empty()),
                SomeEntries.START,
                SomeEntries.START.plusSeconds(10_000));
    }
}
