package nl.sluiswachter.transferlog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.LogKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every filter is served by an index in the order of the answer: the plans of PostgreSQL on a month of entries. */
class LogSearchPlanTest {

    private static final JdbcClient OWNER =
            JdbcClient.create(TestDatabase.create().asOwner());
    private static final int ENTRIES = 60_000;
    private static final Catalogue LAW =
            new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));

    private static final String FILL =
            """
            insert into transfer_log (shard, position, entry_id, recorded_at, kind, transfer_id, sender, receiver,
                exchange_type, outcome, reason, entry, entry_hash, case_key, trace_id)
            select 1, n, gen_random_uuid(), date_trunc('month', now()) + n * interval '1 second', 'DECISION',
                   md5('transfer' || n)::uuid, '0000009900000000' || (1000 + n % 400), '0000009900000000' || (5000 + n % 400),
                   'TYPE_' || n % 33, case when n % 7 = 0 then 'DENY' else 'PERMIT' end,
                   case when n % 7 = 0 then 'REASON_' || n % 49 end,
                   '{}'::bytea, sha256('{}'::bytea), md5('case' || n / 4)::uuid, md5('trace' || n)::uuid
              from generate_series(1, :entries) n
            """;
    private static final String FILL_SUBJECTS =
            """
            insert into transfer_log_subject (subject_key, recorded_at, shard, position, person)
            select md5('person' || position % 5000)::uuid, recorded_at, shard, position, 'p1' from transfer_log
            """;

    /** Four besides the first. */
    private static final String FILL_REASONS =
            """
            insert into transfer_log_reason (reason, recorded_at, shard, position)
            select 'REASON_' || (position + other) % 49, recorded_at, shard, position
              from transfer_log, generate_series(1, 4) other where reason is not null
            """;

    private static final String FILL_LOOKS =
            """
            insert into transfer_log (shard, position, entry_id, recorded_at, kind, transfer_id, sender, entry, entry_hash)
            select 2, n, gen_random_uuid(), date_trunc('month', now()) + n * interval '5 seconds', 'LOOKUP',
                   md5('transfer' || n * 5)::uuid, '00000099000000001000', '{}'::bytea, sha256('{}'::bytea)
              from generate_series(1, :entries) n
            """;

    @BeforeAll
    static void fill() {
        OWNER.sql(FILL).param("entries", ENTRIES).update();
        OWNER.sql(FILL_SUBJECTS).update();
        OWNER.sql(FILL_REASONS).update();
        OWNER.sql(FILL_LOOKS).param("entries", ENTRIES / 5).update();
        OWNER.sql("analyze transfer_log, transfer_log_subject, transfer_log_reason")
                .update();
    }

    static Stream<Arguments> filters() {
        Optional<String> none = Optional.empty();
        UUID person = uuid("person7");
        return Stream.of(
                Arguments.of("_pkey", filter(person, none, none, none, none, none, none)),
                Arguments.of("case_key_idx", filter(null, Optional.of("case9"), none, none, none, none, none)),
                Arguments.of("transfer_id_idx", filter(null, none, Optional.of("transfer9"), none, none, none, none)),
                Arguments.of("transfer_id_idx", SomeEntries.among(Set.of(uuid("transfer9"), uuid("transfer900")))),
                Arguments.of("trace_id_idx", filter(null, none, none, Optional.of("trace9"), none, none, none)),
                Arguments.of("receiver_log_hour", filter(null, none, none, none, Optional.of("1007"), none, none)),
                Arguments.of("receiver_log_hour", pair(Optional.of("1007"), Optional.of("5007"))),
                Arguments.of("sender_log_hour", pair(Optional.of("1007"), Optional.empty())),
                Arguments.of(
                        "exchange_type_recorded_at", filter(null, none, none, none, none, Optional.of("TYPE_3"), none)),
                Arguments.of("reason_recorded_at", filter(null, none, none, none, none, none, Optional.of("REASON_7"))),
                Arguments.of(
                        month().replace("transfer_log", "transfer_log_reason") + "_pkey",
                        filter(null, none, none, none, none, none, Optional.of("REASON_7"))),
                Arguments.of(
                        month().replace("transfer_log", "transfer_log_reason") + "_shard_position_idx",
                        filter(null, none, none, none, Optional.of("1007"), none, Optional.of("REASON_7"))),
                Arguments.of(
                        "reason_recorded_at",
                        LogFilter.builder()
                                .kinds(Set.of(LogKind.OPERATION))
                                .reason(Optional.of("VERIFY_LOG"))
                                .build()),
                Arguments.of("kind_recorded_at", SomeEntries.filter(null, null, null, null, null, LogKind.LOOKUP)),
                Arguments.of("_recorded_at_idx", SomeEntries.filter(null, null, null, null, "DENY", null)),
                Arguments.of("_recorded_at_idx", filter(null, none, none, none, none, none, none)));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void isServedByItsIndexAndReadsNoMonthWhole(String index, LogFilter filter) {
        explains(index, FilterSources.of(filter));
    }

    /** As for who has a ground that opens nothing: what is hidden must not take the index away. */
    @ParameterizedTest
    @MethodSource("filters")
    void isServedByItsIndexAlsoWhereSomethingIsHidden(String index, LogFilter filter) {
        Oin viewer = new Oin("00000099000000001000");

        explains(index, new LogSearch(OWNER, () -> LAW).sources(filter, viewer, Ground.AUDIT));
    }

    @Test
    void findsOthersOfACaseByTheIndexOfCases() {
        explains("case_key_idx", List.of(LogSearch.sameCase(uuid("transfer9"))));
    }

    /** A text of its own for each person or moment would be planned each time, over every month. */
    @Test
    void asksAllPersonsAndAllMomentsOfADayInTheSameWords() {
        LogFilter one = filter(uuid("person7"), none(), none(), none(), none(), none(), none());
        LogFilter other = filter(uuid("person8"), none(), none(), none(), none(), none(), none());
        LogSearch search = new LogSearch(OWNER, () -> LAW);
        Oin viewer = new Oin("00000099000000001000");

        List<Source> found = search.sources(one, viewer, Ground.AUDIT);
        assertThat(text(found)).isEqualTo(text(search.sources(other, viewer, Ground.AUDIT)));
        assertThat(found).allSatisfy(source -> assertThat(source.parameters()).containsOnlyKeys("subject0"));
        assertThat(search.sources(
                        SomeEntries.filter(null, null, null, null, null, LogKind.EXPORT), viewer, Ground.AUDIT))
                .allSatisfy(source -> assertThat(source.parameters()).isEmpty());
        assertThat(text(about("person7", Duration.ofHours(9))))
                .isEqualTo(text(about("person8", Duration.ofHours(10))))
                .isNotEqualTo(text(about("person8", Duration.ofHours(34))));
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    private static List<Source> about(String person, Duration until) {
        return PersonEntries.about(
                new SubjectIdentity(Optional.of(new SubjectKey(uuid(person))), Optional.empty()),
                start(),
                start().plus(until));
    }

    private static String text(List<Source> sources) {
        return Pages.sql(sources, Order.OLDEST_FIRST, 26);
    }

    /** And not by passing all look-ups there are. */
    @Test
    void findsWhoLookedAtThePersonsTransfersByTheIndexOfTransfers() {
        SubjectIdentity person = new SubjectIdentity(Optional.of(new SubjectKey(uuid("person7"))), Optional.empty());

        String plan =
                plan(PersonEntries.about(person, start(), start().plus(Duration.ofDays(1_827))), Pages.JUDGED_AT_ONCE);

        assertThat(plan)
                .containsPattern("Index Cond: [^\n]*transfer_id = ANY")
                .doesNotContain("kind_recorded_at", "Seq Scan on " + month());
    }

    /** Of a party's entries hardly any may be of a type and refused: which, the index says. */
    @Test
    void asksTheIndexOfAPartyForTypeAndOutcomeToo() {
        String plan = plan(FilterSources.of(refusedOfAParty()), 26);

        assertThat(plan)
                .containsPattern("Index Cond: [^\n]*sender = [^\n]*exchange_type = [^\n]*outcome = ")
                .containsPattern("Index Cond: [^\n]*receiver = [^\n]*exchange_type = [^\n]*outcome = ");
    }

    @Test
    void asksTheIndexOfATypeForTheOutcomeToo() {
        LogFilter filter = SomeEntries.filter(null, null, null, "TYPE_3", "DENY", null);

        assertThat(plan(FilterSources.of(filter), 26))
                .containsPattern("Index Cond: [^\n]*exchange_type = [^\n]*outcome = ");
    }

    /** A guess would be a two-hundredth of the party's entries, all of them read and sorted for each page. */
    @Test
    void knowsHowManyEntriesOfAPartyThereAreInSomeHours() {
        Source source = Source.log()
                .and("l.sender = :party")
                .with("party", "00000099000000001007")
                .inHours()
                .from(Optional.of(start()))
                .until(Optional.of(start().plus(Duration.ofHours(16))));

        int most = Pattern.compile(" on transfer_log_y\\S+ l_?\\d* .*rows=(\\d+)")
                .matcher(plan(List.of(source), 1_000))
                .results()
                .mapToInt(row -> Integer.parseInt(row.group(1)))
                .max()
                .orElseThrow();
        // every 400th of 57,600
        assertThat(most).isBetween(70, 300);
    }

    @Test
    void readsNoEntryTwice() {
        LogFilter filter = SomeEntries.filter(null, null, null, null, "DENY", null);

        assertThat(plan(FilterSources.of(filter), 1_000)).containsOnlyOnce(" on " + month() + " ");
    }

    /** What the receiver of a pair got is read by its index, and of each the sender is asked. */
    @Test
    void asksTheIndexOfOnePartyOfTwo() {
        String plan = plan(FilterSources.of(pair(Optional.of("1007"), Optional.of("5007"))), 26);

        assertThat(plan).containsPattern("Index Cond: [^\n]*receiver = ").doesNotContain("Filter: (sender");
    }

    private static LogFilter pair(Optional<String> sender, Optional<String> receiver) {
        return LogFilter.builder()
                .sender(sender.map(number -> new Oin("0000009900000000" + number)))
                .receiver(receiver.map(number -> new Oin("0000009900000000" + number)))
                .build();
    }

    private static LogFilter refusedOfAParty() {
        return SomeEntries.filter(null, null, "00000099000000001007", "TYPE_3", "DENY", null);
    }

    private static Instant start() {
        return OWNER.sql("select min(recorded_at) from transfer_log")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static String plan(List<Source> sources, int most) {
        JdbcClient.StatementSpec query = OWNER.sql("explain " + Pages.sql(sources, Order.NEWEST_FIRST, most));
        sources.forEach(source -> source.parameters().forEach(query::param));
        return String.join("\n", query.query(String.class).list());
    }

    private static void explains(String index, List<Source> sources) {
        String plan = plan(sources, 26);

        assertThat(plan)
                .contains(index)
                .doesNotContain("Seq Scan on " + month())
                .doesNotContain("Seq Scan on " + month().replace("transfer_log", "transfer_log_subject"))
                .doesNotContain("Seq Scan on " + month().replace("transfer_log", "transfer_log_reason"));
    }

    /** The partition that has the entries. */
    private static String month() {
        return OWNER.sql("select tableoid::regclass::text from transfer_log limit 1")
                .query(String.class)
                .single();
    }

    private static LogFilter filter(
            UUID person,
            Optional<String> caseName,
            Optional<String> transfer,
            Optional<String> trace,
            Optional<String> party,
            Optional<String> type,
            Optional<String> reason) {
        return LogFilter.builder()
                .subject(new SubjectIdentity(Optional.ofNullable(person).map(SubjectKey::new), Optional.empty()))
                .caseKey(caseName.map(LogSearchPlanTest::uuid))
                .transferId(transfer.map(LogSearchPlanTest::uuid))
                .trace(trace.map(LogSearchPlanTest::uuid))
                .party(party.map(number -> new Oin("0000009900000000" + number)))
                .exchangeType(type)
                .reason(reason)
                .build();
    }

    private static UUID uuid(String name) {
        return OWNER.sql("select md5(?)::uuid").param(name).query(UUID.class).single();
    }
}
