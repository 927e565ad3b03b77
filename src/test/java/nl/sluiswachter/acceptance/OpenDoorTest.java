package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluiswachter.acceptance.RunningGateway.Door;
import nl.sluiswachter.transferlog.sql.OpenDoorDatabase;
import nl.sluiswachter.verifier.PublicAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The open door has connections to the database of its own: who takes them all stops nobody's transfer. */
class OpenDoorTest {

    private final Client municipality = Client.of("gemeente-wmo");

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @Test
    void whoTakesAllItsConnectionsStopsNoTransfer() throws Exception {
        OpenDoorDatabase database = RunningGateway.shared().bean(OpenDoorDatabase.class);
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 0; i < OpenDoorDatabase.CONNECTIONS; i++) {
                taken.add(database.source().getConnection());
            }

            assertThatThrownBy(this::checkpoint).hasMessage("The address answers with status 503.");
            Reply permitted = municipality.transfer(Messages.allocation());

            assertThat(permitted.status()).isEqualTo(202);
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        assertThat(checkpoint()).isPresent();
    }

    private Optional<byte[]> checkpoint() throws IOException {
        RunningGateway gateway = RunningGateway.shared();
        URI address = URI.create("https://localhost:" + gateway.port(Door.OPEN));
        return PublicAddress.of(address, gateway.certificate("municipal-ca.pem"))
                .read("log/checkpoint", 10_000);
    }
}
