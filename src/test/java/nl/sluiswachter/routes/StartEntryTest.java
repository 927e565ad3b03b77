package nl.sluiswachter.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.JdbcEventLog;
import nl.sluiswachter.transferlog.SomeMark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the log says of a start. */
class StartEntryTest {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void namesEveryRouteFileInUseByItsHashAndTheLawInForce(@TempDir Path folder) throws Exception {
        Files.writeString(Files.createDirectory(folder.resolve("edge")).resolve("own.camel.yaml"), "[]");
        RouteFiles files = new RouteFiles(folder);
        Catalogue law = new CatalogueLoader().load(CatalogueFiles.in(Path.of("src/main/resources/catalogue")));
        JdbcEventLog log = new JdbcEventLog(
                JdbcClient.create(database.asApplication()),
                SomeMark.OURS,
                new UuidV7(Clock.systemUTC()),
                Clock.systemUTC());

        new RoutesConfiguration().startEntry(log, files, () -> law).run(new DefaultApplicationArguments());

        Map<String, String> expected = new TreeMap<>(files.hashes());
        assertThat(expected).containsKeys("edge/own.camel.yaml", "transfer.camel.yaml");
        expected.put("policyVersion", law.version());
        assertThat(entry().path("kind").asText()).isEqualTo("START");
        JsonNode detail = new ObjectMapper().valueToTree(expected);
        assertThat(entry().path("detail")).isEqualTo(detail);
    }

    private JsonNode entry() throws Exception {
        return new ObjectMapper()
                .readTree(JdbcClient.create(database.asOwner())
                        .sql("select convert_from(entry, 'UTF8') from log_pending")
                        .query(String.class)
                        .single());
    }
}
