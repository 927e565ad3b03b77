package nl.sluiswachter.console.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntConsumer;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.console.Spreadsheet;
import nl.sluiswachter.console.ground.SomeLookUps;
import nl.sluiswachter.console.ground.StatedGround;
import nl.sluiswachter.console.work.Steps;
import nl.sluiswachter.console.work.Task;
import nl.sluiswachter.console.work.WorkOutcome;
import nl.sluiswachter.console.work.WorkResult;
import nl.sluiswachter.transferlog.search.BusySearch;
import nl.sluiswachter.transferlog.search.Ground;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** An export has time: it waits for its turn until it has it or is stopped. */
class TransferExportTest {

    private static final Officer OFFICER = new Officer("demo", "Iemand", Set.of(Role.PRIVACY_OFFICER), Instant.EPOCH);

    private static final Locale ENGLISH = Locale.forLanguageTag("en");
    private static final Catalogue LAW =
            new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));

    private final BusySearch busy = new BusySearch();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private long total;

    private Task export() {
        TransferList list = new TransferList(
                busy.search(), null, null, SomeLookUps.of(BusySearch.lookups()), null, Clock.systemUTC());
        return new TransferExport(list, Clock.systemUTC())
                .of(
                        new TransferExport.Asked(
                                new SearchReader.Sought(BusySearch.decisions(), new TreeSet<>()),
                                OFFICER,
                                new StatedGround(Ground.AUDIT, "FG-1")),
                        "csv",
                        table());
    }

    private static TransferTable table() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("console/words");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        TransferWords words = new TransferWords(LAW, Map.of(), messages, ENGLISH);
        return new TransferTable(words, Spreadsheet.of(ENGLISH));
    }

    /** Tells how often it could have been stopped. */
    private Steps steps(IntConsumer stops) {
        return new Steps() {
            private int count;

            @Override
            public UUID work() {
                return new UUID(1, 1);
            }

            @Override
            public void total(long steps) {
                total = steps;
            }

            @Override
            public void done(long steps) {
                stops.accept(++count);
            }

            @Override
            public WorkResult.ResultFile file(String name, String mediaType, Content content) throws IOException {
                content.writeTo(written);
                return new WorkResult.ResultFile(name, mediaType, 1);
            }
        };
    }

    @Test
    void triesTheSamePageAgainUntilItHasItsTurnWithoutKnowingTheEnd() throws Exception {
        WorkResult result = export().run(steps(count -> {
            if (count == 4) { // before the first look, and after three without a turn
                busy.giveTurn();
            }
        }));

        assertThat(result.outcome()).isEqualTo(WorkOutcome.READY);
        assertThat(total).isZero();
        assertThat(written.toString(StandardCharsets.UTF_8))
                .endsWith("\"Number of transfers\",\"" + BusySearch.TRANSFERS + "\"\r\n");
    }

    @Test
    void goesOnWhereTheOldestCannotBeFoundInTime() throws Exception {
        busy.giveTurn();
        try (Connection slow = busy.slowed()) {
            WorkResult result = export().run(steps(count -> {
                if (count == 2) { // before the first page
                    rollBack(slow);
                }
            }));

            assertThat(result.outcome()).isEqualTo(WorkOutcome.READY);
        }
        assertThat(total).isZero();
        assertThat(written.toString(StandardCharsets.UTF_8))
                .endsWith("\"Number of transfers\",\"" + BusySearch.TRANSFERS + "\"\r\n");
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void waitsNoLongerThanUntilItIsStopped() {
        IllegalStateException stop = new IllegalStateException("stopped");

        assertThatThrownBy(() -> export().run(steps(count -> {
                    if (count == 3) {
                        throw stop;
                    }
                })))
                .isSameAs(stop);
    }
}
