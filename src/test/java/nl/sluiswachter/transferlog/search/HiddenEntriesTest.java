package nl.sluiswachter.transferlog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.entry.PackedEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may not see an entry gets the pages and the cursors of a log without it; and no search reads without bound. */
class HiddenEntriesTest {

    private static final Catalogue LAW =
            new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final JdbcClient OWNER = JdbcClient.create(DATABASE.asOwner());

    private static final String SENDER = "00000099000000001000";
    private static final String SAFETY = "00000099000000002600";
    private static final Oin STRANGER = new Oin("00000099000000001400");
    private static final UUID PERSON = new UUID(7, 7);
    private static final UUID CASE = new UUID(8, 8);
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private final LogSearch search = new LogSearch(JdbcClient.create(DATABASE.asApplication()), () -> LAW);
    private int position;

    @BeforeEach
    void empty() {
        OWNER.sql("truncate transfer_log, transfer_log_subject").update();
    }

    static Stream<Arguments> searches() {
        return Stream.of(
                Arguments.of("everything", filter(null, null, null, null, null)),
                Arguments.of("a person", filter(PERSON, null, null, null, null)),
                Arguments.of("a case", filter(null, CASE, null, null, null)),
                Arguments.of("a sender", filter(null, null, SENDER, null, null)),
                Arguments.of("a receiver", filter(null, null, SAFETY, null, null)),
                Arguments.of("a confidential type", filter(null, null, null, "VT_REPORT", null)),
                Arguments.of("steps of delivery", filter(null, null, null, null, LogKind.DELIVERED)),
                Arguments.of("look-ups", filter(null, null, null, null, LogKind.LOOKUP)),
                Arguments.of("holds", filter(null, null, null, null, LogKind.HOLD)),
                Arguments.of("destructions", filter(null, null, null, null, LogKind.DESTRUCTION)),
                Arguments.of("reports", filter(null, null, null, null, LogKind.REPORT)),
                Arguments.of("refusals", outcome("DENY")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("searches")
    void aSearchIsThatOfALogWithoutWhatIsHidden(String name, LogFilter filter) {
        Random random = new Random(42);
        for (int i = 0; i < 100; i++) {
            if (random.nextInt(3) == 0) {
                confidential(i);
            } else {
                open(i);
            }
        }
        List<String> withHidden = walk(filter);

        assertThat(forgetHidden()).isGreaterThan(100);
        assertThat(withHidden).isEqualTo(walk(filter));
    }

    @Test
    void supervisionSeesAllAndAPartySeesWhatIsItsOwn() {
        confidential(0);
        LogFilter all = filter(null, null, null, null, null);

        assertThat(ids(all, STRANGER, Ground.AUDIT)).isEmpty();
        assertThat(ids(all, STRANGER, Ground.SUPERVISION)).hasSize(position);
        // decision, delivery, look-up and hold; the rest tells of types, or of holding back
        assertThat(ids(all, new Oin(SENDER), Ground.AUDIT)).hasSize(4);
    }

    @Test
    void stopsAfterSoManyThatMayBeSeenSaysWhereAndGoesOnThere() {
        OWNER.sql(
                        """
                        insert into transfer_log (shard, position, entry_id, recorded_at, kind, transfer_id, sender,
                            exchange_type, outcome, entry, entry_hash)
                        select 1, n, gen_random_uuid(), cast(:start as timestamptz) + n * interval '1 second', 'DECISION',
                               gen_random_uuid(), :sender, case when n % 3 = 0 then 'VT_REPORT' else 'WMO_ALLOCATION' end,
                               case when n = 1 then 'DENY' else 'PERMIT' end, :entry, sha256('x')
                          from generate_series(1, 9000) n
                        """)
                .param("start", START.toString())
                .param("sender", SENDER)
                .param("entry", packed("{}"))
                .update();

        Page first = search.find(outcome("DENY"), STRANGER, Ground.AUDIT, Optional.empty(), 25);
        Page second = search.find(outcome("DENY"), STRANGER, Ground.AUDIT, first.next(), 25);

        assertThat(first.entries()).isEmpty();
        // every third is hidden and counts for nothing, so 7,500 were passed for the 5,000 that may be seen
        assertThat(first.stoppedAt(25)).hasValue(START.plusSeconds(1501));
        assertThat(second.entries()).hasSize(1);
        assertThat(second.next()).isEmpty();
        assertThat(second.stoppedAt(25)).isEmpty();
    }

    @Test
    void aStatementThatTakesTooLongIsGivenUp() throws Exception {
        Pages impatient = new Pages(Pages.patient(DATABASE.asApplication(), Duration.ofSeconds(1)));
        try (Connection other = DATABASE.asOwner().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table transfer_log in access exclusive mode");

            assertThatThrownBy(() -> impatient.read(
                            () -> List.of(Source.log()), Sight.ALL, Order.NEWEST_FIRST, Optional.empty(), 25))
                    .isInstanceOf(SearchTooWide.class);
            other.rollback();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void tellsOfEachHiddenEntryOnceHoweverThePagesFall(int limit) {
        for (int i = 0; i < 4; i++) {
            open(i);
            confidential(i);
        }
        PersonEntries entries = new PersonEntries(OWNER, new Pages(OWNER));
        List<UUID> hidden = new ArrayList<>();
        List<UUID> told = new ArrayList<>();
        Optional<Place> place = Optional.empty();
        do {
            Page page = entries.about(
                    new SubjectIdentity(Optional.of(new SubjectKey(PERSON)), Optional.empty()),
                    START,
                    START.plusSeconds(10_000),
                    found -> found.text("exchangeType")
                            .filter("WMO_ALLOCATION"::equals)
                            .isPresent(),
                    place,
                    limit);
            page.hidden().forEach(found -> hidden.add(found.entryId()));
            page.entries().forEach(found -> told.add(found.entryId()));
            place = page.next();
        } while (place.isPresent());

        assertThat(told).hasSize(4).doesNotHaveDuplicates();
        assertThat(hidden).hasSize(8).doesNotHaveDuplicates();
    }

    private List<String> walk(LogFilter filter) {
        List<String> pages = new ArrayList<>();
        Optional<Place> place = Optional.empty();
        do {
            Page page = search.find(filter, STRANGER, Ground.AUDIT, place, 7);
            place = page.next();
            pages.add(page.entries().stream().map(Found::entryId).toList() + " " + place);
        } while (place.isPresent());
        return pages;
    }

    private List<UUID> ids(LogFilter filter, Oin viewer, Ground ground) {
        return search.find(filter, viewer, ground, Optional.empty(), 100).entries().stream()
                .map(Found::entryId)
                .toList();
    }

    private void open(int number) {
        UUID transfer = new UUID(1, number);
        decision(transfer, "WMO_ALLOCATION", "00000099000000002000", number % 5 == 0 ? "DENY" : "PERMIT");
        event(LogKind.DELIVERED, transfer, "");
        event(LogKind.LOOKUP, number % 2 == 0 ? transfer : null, "");
        event(LogKind.HOLD, null, "\"exchangeType\":\"WMO_ALLOCATION\"");
        event(LogKind.DESTRUCTION, null, "\"rule\":\"WMO_ALLOCATION\"");
        event(LogKind.START, null, "");
    }

    private void confidential(int number) {
        UUID transfer = new UUID(2, number);
        decision(transfer, "VT_REPORT", SAFETY, "PERMIT");
        event(LogKind.DELIVERED, transfer, "");
        event(LogKind.LOOKUP, transfer, "");
        subject();
        event(LogKind.HOLD, transfer, "");
        event(LogKind.HOLD, null, "\"exchangeType\":\"VT_REPORT\"");
        event(LogKind.DESTRUCTION, null, "\"rule\":\"VT_INFO_REQUEST\"");
        event(LogKind.REPORT, null, "");
        event(LogKind.REPORT_VERDICT, null, "");
        event(LogKind.LOOKUP, new UUID(3, number), ""); // of a transfer that nobody knows
    }

    private void decision(UUID transfer, String type, String receiver, String outcome) {
        String members =
                "\"sender\":\"%s\",\"receiver\":\"%s\",\"exchangeType\":\"%s\"".formatted(SENDER, receiver, type);
        insert(LogKind.DECISION, transfer, members);
        OWNER.sql("update transfer_log set sender = ?, receiver = ?, exchange_type = ?, outcome = ?, case_key = ?"
                        + " where position = ?")
                .params(SENDER, receiver, type, outcome, CASE, position)
                .update();
        subject();
    }

    private void event(LogKind kind, UUID transfer, String detail) {
        insert(kind, transfer, "\"detail\":{%s}".formatted(detail));
    }

    private void subject() {
        OWNER.sql("insert into transfer_log_subject (subject_key, recorded_at, shard, position, person)"
                        + " values (?, cast(? as timestamptz), 1, ?, 'p1')")
                .params(PERSON, START.plusSeconds(position).toString(), position)
                .update();
    }

    private void insert(LogKind kind, UUID transfer, String members) {
        position++;
        OWNER.sql(
                        """
                        insert into transfer_log (shard, position, entry_id, recorded_at, kind, transfer_id, entry, entry_hash)
                        values (1, :position, :id, cast(:at as timestamptz), :kind, :transfer, :entry, sha256('x'))
                        """)
                .param("position", position)
                .param("id", new UUID(9, position))
                .param("at", START.plusSeconds(position).toString())
                .param("kind", kind.name())
                .param("transfer", transfer)
                .param("entry", packed("{%s}".formatted(members)))
                .update();
    }

    /** What is confidential, said once more in other words: transfers but those with 1 in front, and four kinds of entries. */
    private static int forgetHidden() {
        int gone = OWNER.sql(
                        """
                        delete from transfer_log
                         where kind in ('REPORT', 'REPORT_VERDICT')
                            or transfer_id::text not like '00000000-0000-0001-%'
                            or entry in (:hold, :destruction)
                        """)
                .param("hold", packed("{\"detail\":{\"exchangeType\":\"VT_REPORT\"}}"))
                .param("destruction", packed("{\"detail\":{\"rule\":\"VT_INFO_REQUEST\"}}"))
                .update();
        OWNER.sql("delete from transfer_log_subject s where not exists"
                        + " (select from transfer_log l where l.shard = s.shard and l.position = s.position)")
                .update();
        return gone;
    }

    private static byte[] packed(String json) {
        return PackedEntry.pack(json.getBytes(StandardCharsets.UTF_8));
    }

    private static LogFilter outcome(String outcome) {
        return filter(null, null, null, null, Optional.of(outcome), null);
    }

    private static LogFilter filter(UUID person, UUID caseKey, String party, String type, LogKind kind) {
        return filter(person, caseKey, party, type, Optional.empty(), kind);
    }

    private static LogFilter filter(
            UUID person, UUID caseKey, String party, String type, Optional<String> outcome, LogKind kind) {
        return new LogFilter(
                new SubjectIdentity(Optional.ofNullable(person).map(SubjectKey::new), Optional.empty()),
                Optional.ofNullable(caseKey),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(party).map(Oin::new),
                Optional.ofNullable(type),
                outcome,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                kind == null ? Set.of() : Set.of(kind));
    }
}
