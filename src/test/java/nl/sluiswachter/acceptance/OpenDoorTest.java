package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.sluiswachter.transferlog.sql.OpenDoorDatabase;
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
    void whoTakesAllItsConnectionsStopsNoTransfer() throws SQLException {
        OpenDoorDatabase database = RunningGateway.shared().bean(OpenDoorDatabase.class);
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 0; i < OpenDoorDatabase.CONNECTIONS; i++) {
                taken.add(database.source().getConnection());
            }

            Reply refused = Client.passerBy().get("/log/checkpoint").send();
            Reply permitted = municipality.transfer(Messages.allocation());

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("DATABASE_UNAVAILABLE");
            assertThat(permitted.status()).isEqualTo(202);
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        assertThat(Client.passerBy().get("/log/checkpoint").send().status()).isEqualTo(200);
    }
}
