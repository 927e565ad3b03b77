package nl.sluiswachter.transferlog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.SomeShards;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A refusal is found by every reason that it gives, in the order of time with those that give it first. */
class OtherReasonsTest {

    private static final Catalogue LAW =
            new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final String SENDER = "00000099000000001000";
    private static final int REFUSALS = 60;
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final LogSearch SEARCH = new LogSearch(JdbcClient.create(DATABASE.asApplication()), () -> LAW);

    /** Every third gives it first, every third second, every third not. Two have the same moment. */
    @BeforeAll
    static void refuse() {
        SomeShards shards = new SomeShards(DATABASE.asApplication(), 2);
        for (int i = 0; i < REFUSALS; i++) {
            List<String> reasons =
                    switch (i % 3) {
                        case 0 -> List.of("CONSENT_REQUIRED", "AGE_UNKNOWN");
                        case 1 -> List.of("PURPOSE_MISMATCH", "AGE_UNKNOWN", "CONSENT_REQUIRED");
                        default -> List.of("PURPOSE_MISMATCH");
                    };
            shards.refuse(i % 2, new UUID(7, i), LogKind.DECISION, START.plusSeconds(i / 2), reasons);
        }
        // a confidential one, as whoever reads its row sees it
        JdbcClient.create(DATABASE.asOwner())
                .sql("update transfer_log set exchange_type = 'VT_REPORT', sender = '00000099000000002600'"
                        + " where transfer_id = ?")
                .param(new UUID(7, 4))
                .update();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 25, 100})
    void pagesAreCompleteInOrderAndHaveNothingTwice(int limit) {
        List<Found> found = walk(reason("CONSENT_REQUIRED"), Ground.SUPERVISION, limit);

        assertThat(found).hasSize(2 * REFUSALS / 3).doesNotHaveDuplicates();
        assertThat(found.stream().map(Found::place).toList())
                .isSortedAccordingTo(Comparator.comparing(Place::at)
                        .thenComparing(Place::shard)
                        .thenComparing(Place::position)
                        .reversed());
    }

    @Test
    void whatMayNotBeSeenIsNotFoundByItsSecondReason() {
        assertThat(walk(reason("CONSENT_REQUIRED"), Ground.AUDIT, 7)).hasSize(2 * REFUSALS / 3 - 1);
    }

    @ParameterizedTest
    @EnumSource
    void allThatIsAskedBesidesIsAskedOfTheSecondReasonToo(Besides besides) {
        LogFilter.Builder filter = LogFilter.builder().reason(Optional.of("AGE_UNKNOWN"));

        List<Found> found = walk(besides.of(filter).build(), Ground.SUPERVISION, 7);

        assertThat(found).hasSize(besides.found);
    }

    /** What else is asked of a search, and how many of those with the reason fit. */
    enum Besides {
        NOTHING(2 * REFUSALS / 3),
        SENDER(2 * REFUSALS / 3 - 1),
        RECEIVER(0),
        TYPE(2 * REFUSALS / 3 - 1),
        TRANSFER(1),
        PERMIT(0),
        EARLY(6),
        LATE(34);

        private final int found;

        Besides(int found) {
            this.found = found;
        }

        private LogFilter.Builder of(LogFilter.Builder filter) {
            Optional<Oin> party = Optional.of(new Oin(OtherReasonsTest.SENDER));
            return switch (this) {
                case NOTHING -> filter;
                case SENDER -> filter.sender(party);
                case RECEIVER -> filter.receiver(party);
                case TYPE -> filter.exchangeType(Optional.of("WMO_ALLOCATION"));
                case TRANSFER -> filter.transferId(Optional.of(new UUID(7, 1)));
                case PERMIT -> filter.outcome(Optional.of("PERMIT"));
                case EARLY -> filter.until(Optional.of(START.plusSeconds(4)));
                case LATE -> filter.from(Optional.of(START.plusSeconds(4)));
            };
        }
    }

    @Test
    void isNotFoundByAReasonItDoesNotGive() {
        LogFilter other = LogFilter.builder()
                .transferId(Optional.of(new UUID(7, 2)))
                .reason(Optional.of("AGE_UNKNOWN"))
                .build();

        assertThat(walk(other, Ground.SUPERVISION, 7)).isEmpty();
        assertThat(walk(reason("PARTY_UNKNOWN"), Ground.SUPERVISION, 7)).isEmpty();
    }

    private static LogFilter reason(String code) {
        return LogFilter.builder().reason(Optional.of(code)).build();
    }

    private static List<Found> walk(LogFilter filter, Ground ground, int limit) {
        List<Found> found = new ArrayList<>();
        Optional<Place> from = Optional.empty();
        do {
            Page page = SEARCH.find(filter, SomeEntries.STRANGER, ground, from, limit);
            found.addAll(page.entries());
            from = page.next();
        } while (from.isPresent());
        return found;
    }
}
