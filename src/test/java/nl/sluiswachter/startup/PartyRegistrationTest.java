package nl.sluiswachter.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.JdbcParties;
import nl.sluiswachter.party.PartyList;
import nl.sluiswachter.party.PartyStatus;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.LogEntry;
import nl.sluiswachter.transferlog.LogKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PartyRegistrationTest {

    private static final Oin LINDE = new Oin("00000099000000007000");
    private static final Oin ANKER = new Oin("00000099000000007100");

    @TempDir
    private Path folder;

    private final DataSource source = TestDatabase.create().asApplication();
    private final JdbcParties register = new JdbcParties(JdbcClient.create(source));
    private final List<LogEntry> log = new ArrayList<>();

    @Test
    void registersAndLogsEachPartyOfTheFile() throws IOException {
        start(party(LINDE, "ACTIVE") + party(ANKER, "ACTIVE"));

        assertThat(register.find(LINDE)).isPresent();
        assertThat(register.find(ANKER)).isPresent();
        assertThat(log).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo(LogKind.PARTY);
            assertThat(entry.detail()).containsEntry("state", "REGISTERED").containsEntry("capacities", "HUISARTS");
        });
    }

    @Test
    void logsNothingWhenNothingChanged() throws IOException {
        start(party(LINDE, "ACTIVE"));
        log.clear();

        start(party(LINDE, "ACTIVE"));

        assertThat(log).isEmpty();
    }

    @Test
    void suspendsAndLeavesAloneWhoIsNotInTheFile() throws IOException {
        start(party(LINDE, "ACTIVE") + party(ANKER, "ACTIVE"));
        log.clear();

        start(party(LINDE, "SUSPENDED"));

        assertThat(register.find(LINDE).orElseThrow().status()).isEqualTo(PartyStatus.SUSPENDED);
        assertThat(register.find(ANKER).orElseThrow().status()).isEqualTo(PartyStatus.ACTIVE);
        assertThat(log).singleElement().satisfies(entry -> assertThat(entry.detail())
                .containsEntry("oin", LINDE.value())
                .containsEntry("state", "CHANGED")
                .containsEntry("status", "SUSPENDED"));
    }

    @Test
    void refusesTheStartAndRegistersNobodyWhenThereIsAFault() {
        assertThatThrownBy(() -> start(party(LINDE, "ACTIVE") + party(ANKER, "GONE")))
                .isInstanceOf(StartRefused.class)
                .hasMessage("The file of sluiswachter.parties is not right: parties[1].status must be ACTIVE or"
                        + " SUSPENDED.");

        assertThat(register.find(LINDE)).isEmpty();
    }

    @Test
    void registersNobodyWhenItCannotBeLogged() throws IOException {
        Path file = file(party(LINDE, "ACTIVE"));

        assertThatThrownBy(() -> registration(file, entry -> {
                            throw new IllegalStateException("The log cannot be written");
                        })
                        .register())
                .isInstanceOf(IllegalStateException.class);

        assertThat(register.find(LINDE)).isEmpty();
    }

    private void start(String parties) throws IOException {
        registration(file(parties), log::add).register();
    }

    private PartyRegistration registration(Path file, EventLog events) {
        return new PartyRegistration(
                new PartyList(file, "HUISARTS"::equals),
                register,
                events,
                JdbcClient.create(source),
                new TransactionTemplate(new DataSourceTransactionManager(source)));
    }

    private Path file(String parties) throws IOException {
        return Files.writeString(folder.resolve("parties.yaml"), "parties:\n" + parties);
    }

    private static String party(Oin oin, String status) {
        return """
                  - oin: "%s"
                    name: Huisartsenpraktijk
                    side: PARTNER
                    status: %s
                    capacities: [HUISARTS]
                    keys:
                      - fingerprint: "%s"
                        validFrom: 2026-01-01T00:00:00Z
                        validUntil: 2028-01-01T00:00:00Z
                """
                .formatted(oin, status, "b".repeat(64));
    }
}
