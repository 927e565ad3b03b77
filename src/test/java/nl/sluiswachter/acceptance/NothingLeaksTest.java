package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Runs last, over everything the gateway said and kept in all acceptance tests: no test person is in it. (Put a value of
 * the message in a log line, an answer or a column and see it fail.)
 */
@Order(Integer.MAX_VALUE)
class NothingLeaksTest {

    private static final Pattern PERSONAL = Pattern.compile("(?<![0-9])("
            + String.join("|", Messages.ANNA, Messages.BORIS, "999990019", "111222333", "0?10464554", "123456789")
            + ")(?![0-9])|" + String.join("|", Messages.GIVEN, Messages.FAMILY, Messages.STREET, Messages.STORY)
            + "|" + Messages.NECESSITY + "|0600000000|" + Client.CANARY + "|Roerdomp");

    private final Client municipality = Client.of("gemeente-wmo");

    @BeforeEach
    void sendOneOfEach() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
        municipality.transfer(Messages.allocation());
        municipality.transfer(Messages.referral());
    }

    @Test
    void inAnAnswer() {
        assertThat(Captured.ANSWERS).isNotEmpty();
        assertThat(found(Captured.ANSWERS)).isEmpty();
    }

    @Test
    void inALogLine() {
        LoggerFactory.getLogger("nl.sluiswachter.anything").warn("something to hear");

        assertThat(Captured.LINES).anyMatch(line -> line.contains("something to hear"));
        assertThat(found(Captured.LINES)).isEmpty();
    }

    @Test
    void inALogLineWhenAnOperatorAsksForEverythingOfOurs() {
        Logger ours = (Logger) LoggerFactory.getLogger("nl.sluiswachter");
        ours.setLevel(Level.TRACE);
        try {
            sendOneOfEach();
        } finally {
            ours.setLevel(Level.INFO);
        }
        assertThat(found(Captured.LINES)).isEmpty();
    }

    @Test
    void inAMetric() throws IOException, InterruptedException {
        String metrics = metrics();

        assertThat(metrics).contains("sluiswachter_decisions_total{").doesNotContainPattern(PERSONAL);
        assertThat(metrics).contains("type=\"WMO_ALLOCATION\"", "outcome=\"permit\"", "outcome=\"deny\"");
    }

    @Test
    void inAColumnBesidesTheEncryptedPayload() {
        List<String> leaks = new ArrayList<>();
        int values = 0;
        for (String table : tables()) {
            for (Map<String, Object> row :
                    Tables.asOwner().sql("select * from " + table).query().listOfRows()) {
                values += row.size();
                row.forEach((column, value) -> {
                    if (isPersonal(text(value))) {
                        leaks.add(table + "." + column);
                    }
                });
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(values).isGreaterThan(20);
    }

    @Test
    void andTheSearchFindsWhatItLooksFor() {
        assertThat(List.of("bsn " + Messages.ANNA, "(" + Messages.FAMILY + ")", "x" + Messages.STORY))
                .allMatch(NothingLeaksTest::isPersonal);
        assertThat(isPersonal("id 9999936530")).isFalse();
    }

    private static List<String> tables() {
        return Tables.asOwner()
                .sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list();
    }

    private static List<String> found(List<String> texts) {
        return texts.stream().filter(NothingLeaksTest::isPersonal).limit(5).toList();
    }

    private static boolean isPersonal(String text) {
        return PERSONAL.matcher(text).find();
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
    }

    private static String metrics() throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + RunningGateway.shared().managementPort() + "/metrics");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }
}
