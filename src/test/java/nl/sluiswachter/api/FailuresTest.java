package nl.sluiswachter.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import nl.sluiswachter.support.Settings;
import nl.sluiswachter.transferlog.search.NoTurn;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** What a caller is told when the path ended early. */
class FailuresTest {

    @Test
    void asksToComeBackWhereASearchHadNoTurn() {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, NoTurn.failure());

        Answer answer = new Failures(new StrictJson(Settings.limits()), null, null).answer(exchange);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsEntry("Retry-After", "5");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"SEARCH_BUSY\"");
    }
}
