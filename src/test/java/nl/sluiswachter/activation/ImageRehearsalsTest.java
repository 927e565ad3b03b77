package nl.sluiswachter.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transfer.ImageOf;
import nl.sluiswachter.transfer.SomeDecision;
import nl.sluiswachter.transferlog.JdbcDecisionImages;
import nl.sluiswachter.transferlog.RecordedImages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ImageRehearsalsTest {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);
    private static final int RECORDED = 600; // more than are read at once
    private static final JdbcClient DATABASE =
            JdbcClient.create(TestDatabase.create().asApplication());
    private static final Catalogue IN_FORCE = load(VersionsWorld.FILES);

    private final Rehearsals rehearsals = new ImageRehearsals(
            new JdbcDecisionImages(DATABASE),
            name -> Optional.of(IN_FORCE)
                    .filter(catalogue -> catalogue.version().equals(name)),
            KEPT,
            CLOCK);

    @BeforeAll
    static void recordDecisions() {
        RecordedImages.fill(DATABASE, RECORDED);
    }

    @Test
    void anUnchangedCatalogueFlipsNone() {
        AtomicLong told = new AtomicLong();

        RehearsalSummary summary = rehearse(IN_FORCE, IN_FORCE, told::set);

        assertThat(rehearsals.count()).isEqualTo(RECORDED);
        assertThat(summary.all().decisions()).isEqualTo(RECORDED);
        assertThat(summary.all().same()).isEqualTo(RECORDED);
        assertThat(summary.changes()).isEmpty();
        assertThat(told).hasValue(RECORDED);
    }

    @Test
    void saysNothingOfADecisionThatItsOwnVersionNoLongerReproduces() {
        JdbcClient database = JdbcClient.create(TestDatabase.create().asApplication());
        String image = ImageOf.decision(SomeDecision.that(true)).toJson();
        RecordedImages.add(database, 1, IN_FORCE.version(), image);
        RecordedImages.add(database, 2, IN_FORCE.version(), image.replace("\"permit\":true", "\"permit\":false"));
        RecordedImages.add(database, 3, "sha256:of-another-jar", image);
        Rehearsals some = new ImageRehearsals(new JdbcDecisionImages(database), name -> Optional.empty(), KEPT, CLOCK);

        RehearsalSummary summary = some.rehearse(IN_FORCE, IN_FORCE, some.range(), done -> {});

        assertThat(summary.all().decisions()).isEqualTo(3);
        assertThat(summary.all().same()).isEqualTo(1);
        assertThat(summary.all().changed()).isZero();
        assertThat(summary.all().notRehearsable()).isEqualTo(2);
    }

    @Test
    void listsPerTypeAndPartyWhatAStricterCatalogueRefuses() {
        Catalogue stricter = load(
                VersionsWorld.changed("types/VT_REPORT.yaml", "receivers: [VEILIG_THUIS]", "receivers: [GGD_JGZ]"));

        RehearsalSummary summary = rehearse(IN_FORCE, stricter, done -> {});

        assertThat(summary.exchangeTypes()).containsExactly("VT_REPORT");
        assertThat(summary.all().changed()).isPositive();
        assertThat(summary.all().deliversMore()).isZero();
        assertThat(summary.open().changed()).as("it is confidential").isZero();
        assertThat(summary.open().decisions())
                .isPositive()
                .isLessThanOrEqualTo(summary.all().decisions() - summary.all().changed());
        assertThat(summary.changes()).anySatisfy(change -> {
            assertThat(change.before()).isEqualTo("PERMIT");
            assertThat(change.after()).isEqualTo("DENY");
            assertThat(change.appeared()).contains("RECEIVER_NOT_ENTITLED");
            assertThat(change.sender()).isEqualTo("00000099000000001000");
        });
        assertThat(RehearsalSummary.read(summary.toJson())).contains(summary);
    }

    @Test
    void marksWhatDeliversMore() {
        Catalogue looser = load(VersionsWorld.changed("types/VT_REPORT.yaml", "objectable: false", "objectable: true"));

        RehearsalSummary summary = rehearse(looser, IN_FORCE, done -> {});

        assertThat(summary.all().deliversMore()).isPositive();
        assertThat(summary.changes().get(0).deliversMore()).isTrue();
        assertThat(summary.changes())
                .anySatisfy(change -> assertThat(change.disappeared()).contains("OBJECTION_RECORDED"));
    }

    @Test
    void saysThatAnExchangeTypeIsGone() {
        SortedMap<String, String> texts = new TreeMap<>(VersionsWorld.FILES.texts());
        texts.remove("types/WELFARE_REFERRAL.yaml");
        texts.computeIfPresent(
                "voices.yaml", (name, text) -> text.replaceAll("(?m)^  CONTACT_RESIDENT:.*\\R(   .*\\R)*", ""));

        RehearsalSummary summary = rehearse(IN_FORCE, load(new CatalogueFiles(texts)), done -> {});

        assertThat(summary.exchangeTypes()).containsExactly("WELFARE_REFERRAL");
        assertThat(summary.changes())
                .allSatisfy(change -> assertThat(change.appeared()).contains("EXCHANGE_TYPE_UNKNOWN"));
    }

    private RehearsalSummary rehearse(Catalogue inForce, Catalogue candidate, LongConsumer progress) {
        return rehearsals.rehearse(inForce, candidate, rehearsals.range(), progress);
    }

    private static Catalogue load(CatalogueFiles files) {
        return new CatalogueLoader().load(files);
    }
}
