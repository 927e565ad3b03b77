package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.PartyStatus;
import nl.sluiswachter.transferlog.StoredEntry;
import org.junit.jupiter.api.Test;

/** The gateway of these tests was started with a party file besides the example parties. */
class PartyFileTest {

    private static final String LIBRARY = "00000099000000008000";

    @Test
    void registersTheOperatorsPartiesAtTheStart() {
        Parties parties = RunningGateway.shared().bean(Parties.class);

        assertThat(parties.find(new Oin(LIBRARY)))
                .hasValueSatisfying(party -> assertThat(party.status()).isEqualTo(PartyStatus.SUSPENDED));
        assertThat(entry()).contains("\"oin\":\"" + LIBRARY + "\"").contains("\"state\":\"REGISTERED\"");
    }

    private static String entry() {
        return StoredEntry.read(Tables.asOwner()
                        .sql("select entry from transfer_log where kind = 'PARTY'")
                        .query(byte[].class)
                        .single())
                .toString();
    }
}
