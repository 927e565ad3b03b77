package nl.sluiswachter.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.sluiswachter.catalogue.BuiltInCatalogue;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.JdbcCatalogueEvents;
import nl.sluiswachter.catalogue.JdbcCatalogueVersions;
import nl.sluiswachter.catalogue.LawInForce;
import nl.sluiswachter.catalogue.Officers;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.kernel.crypto.ExampleAuthority;
import nl.sluiswachter.kernel.crypto.ExampleIdentity;
import nl.sluiswachter.kernel.crypto.ExampleSubject;
import nl.sluiswachter.kernel.crypto.KeyKind;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.RecordedImages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the folder to the law in force through the command line, and what somebody with the gateway's password can spoil. */
class ApprovalCommandsTest {

    private static final Path CATALOGUE = Path.of("src/main/resources/catalogue");
    private static final int RECORDED = 200;
    private static final byte[] SECRET = new byte[32];
    private static final String FORGED = "The rehearsal that is kept does not come out the same again: it was forged,"
            + " or decisions that it rested on were forgotten since. Nothing was signed: rehearse it again.";
    private static final String INSERT =
            """
            insert into catalogue_event (activation, version, state, at, summary, rehearsal)
            values (2, :version, 'REHEARSED', now(), :summary, encode(sha256(convert_to(:summary, 'UTF8')), 'hex'))
            """;

    @TempDir
    private static Path folder;

    private static TestDatabase rehearsed;
    private static String version;

    private final TestDatabase database = rehearsed.copy();
    private final JdbcClient gateway = JdbcClient.create(database.asApplication());
    private final JdbcClient owner = JdbcClient.create(database.asOwner());
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Once, in a database of which each test has a copy. */
    @BeforeAll
    static void rehearseTheRepositoryAgainstAStricterLawInForce() throws IOException {
        officer("first");
        officer("second");
        Files.writeString(folder.resolve("subject"), Base64.getEncoder().encodeToString(SECRET));
        rehearsed = TestDatabase.create();
        JdbcClient gateway = JdbcClient.create(rehearsed.asApplication());
        JdbcCatalogueEvents events = new JdbcCatalogueEvents(gateway);
        LawInForce law = new LawInForce(events, new Officers(List.of()), new SubjectKeys(SECRET));
        new BuiltInCatalogue(stricter(), new JdbcCatalogueVersions(gateway), events, law, Clock.systemUTC()).keep();
        RecordedImages.fill(gateway, RECORDED);
        JdbcClient.create(rehearsed.asOwner())
                .sql("update decision_image set recorded_at = now()")
                .update();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(run(rehearsed, said, said, "load", CATALOGUE.toString())).isEqualTo(CommandLine.DONE);
        version = text(said).replaceAll("(?s).*Next: catalogue rehearse (\\w+).*", "$1");
        assertThat(run(rehearsed, said, said, "rehearse", version)).isEqualTo(CommandLine.DONE);
    }

    @Test
    void anOfficerSeesWhatChangesBeforeTheSignature() {
        out.reset();

        assertThat(approve("first")).isEqualTo(CommandLine.DONE);

        assertThat(text(out))
                .contains("rehearsal  sha256:")
                .contains("200 recorded decisions: ")
                .doesNotContain("NOT BE REHEARSED")
                .contains("VT_REPORT")
                .contains("DELIVERS MORE")
                .contains("is gone: ")
                .contains("This rehearsal came out the same again.")
                .contains("Approved sha256:" + version)
                .contains(": 1 of 2")
                .doesNotContain("are not in it");
        assertThat(text(out).indexOf("DELIVERS MORE")).isLessThan(text(out).indexOf("Approved"));
        assertThat(text(err)).contains("Deciding 200 recorded decisions again");
    }

    @Test
    void activatesWhatTwoOfficersSawAndShowsItOnceMore() {
        approve("first");
        err.reset();
        assertThat(approve("first")).isEqualTo(CommandLine.REFUSED);
        assertThat(text(err)).contains("approved this version already").doesNotContain("Deciding");
        approve("second");
        assertThat(text(out)).contains(": 2 of 2");
        out.reset();

        assertThat(run("activate", version)).isEqualTo(CommandLine.DONE);

        assertThat(text(out)).contains("DELIVERS MORE").contains("Activated sha256:" + version);
    }

    @Test
    void statusTellsEveryActivationAndOnWhoseWord() {
        approve("first");
        approve("second");
        run("activate", version);
        out.reset();

        assertThat(run("status")).isEqualTo(CommandLine.DONE);

        String digits = "[0-9a-f]{12}";
        assertThat(text(out).lines())
                .anyMatch(line -> line.matches("\\* sha256:" + version + ".* from files, in force"))
                .anyMatch(line -> line.matches("  sha256:.* from a jar, not rehearsed for the next activation"))
                .anyMatch(line -> line.matches(" +2  20.*Z  sha256:" + version + ".*  approved by " + digits + " and "
                        + digits + ", put in force by command"))
                .anyMatch(line -> line.matches(" +1  20.*Z  sha256:.*  came with the gateway, sealed by it"));
        assertThat(text(out).indexOf(" 2  20")).isLessThan(text(out).indexOf(" 1  20"));
    }

    @Test
    void signsNothingWhenTheGatewaysPasswordHolderWroteAHarmlessRehearsal() throws IOException {
        insert(harmless(summary()));

        assertThat(approve("first")).isEqualTo(CommandLine.REFUSED);

        assertThat(text(err).lines()).contains(FORGED);
        assertThat(approvals()).isZero();
    }

    @Test
    void signsNothingForARehearsalThatIsNoneAtAll() {
        insert("{\"changes\": \"\u001b[2J\"}");

        assertThat(approve("first")).isEqualTo(CommandLine.REFUSED);
        assertThat(text(err).lines()).contains(FORGED);
        assertThat(run("status")).isEqualTo(CommandLine.DONE);
        assertThat(text(out)).doesNotContain("\u001b");
    }

    @Test
    void signsNothingWhenRecordedDecisionsAreGone() {
        gateway.sql(
                        "delete from decision_image where transfer_id = (select min(transfer_id::text)::uuid from decision_image)")
                .update();

        assertThat(approve("first")).isEqualTo(CommandLine.REFUSED);
        assertThat(text(err).lines()).contains(FORGED);
    }

    @Test
    void aDecisionOfLaterDoesNotDisturbTheApprovalAndIsCounted() {
        approve("first");
        gateway.sql("insert into decision_image (transfer_id, recorded_at, policy_version, image)"
                        + " select gen_random_uuid(), now(), policy_version, image from decision_image limit 3")
                .update();

        assertThat(approve("second")).isEqualTo(CommandLine.DONE);
        assertThat(text(out)).contains("3 recorded decisions are not in it");
        assertThat(run("activate", version)).isEqualTo(CommandLine.DONE);
    }

    @Test
    void refusesToActivateWhenTheOfficersSignedForDifferentRehearsals() {
        approve("first");
        gateway.sql("insert into decision_image (transfer_id, recorded_at, policy_version, image)"
                        + " select gen_random_uuid(), now(), policy_version, image from decision_image limit 1")
                .update();
        run("rehearse", version);
        approve("second");

        assertThat(run("activate", version)).isEqualTo(CommandLine.REFUSED);
        assertThat(text(err)).contains("The officers signed for different rehearsals of this version");
    }

    @Test
    void refusesToActivateWhenTheSignedRehearsalWasRewritten() throws IOException {
        approve("first");
        approve("second");
        owner.sql("update catalogue_event set summary = :summary,"
                        + " rehearsal = encode(sha256(convert_to(:summary, 'UTF8')), 'hex') where state = 'REHEARSED'")
                .param("summary", harmless(summary()))
                .update();

        assertThat(run("activate", version)).isEqualTo(CommandLine.REFUSED);
        assertThat(text(err)).contains("is not kept as they saw it");
    }

    private int approve(String officer) {
        return run(
                "approve",
                version,
                "--officer-key",
                folder.resolve(officer + "-key.pem").toString());
    }

    private int run(String... typed) {
        return run(database, out, err, typed);
    }

    private static int run(TestDatabase database, OutputStream out, OutputStream err, String... typed) {
        List<String> words = new ArrayList<>(List.of("catalogue"));
        words.addAll(List.of(typed));
        words.add("--spring.profiles.active=demo");
        words.add("--sluiswachter.keys.subject=" + folder.resolve("subject"));
        words.add("--sluiswachter.catalogue.officers=" + folder.resolve("first.pem") + ","
                + folder.resolve("second.pem"));
        database.settings().forEach((name, value) -> words.add("--" + name + "=" + value));
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return CommandLine.run(application(), context -> {}, terminal, words.toArray(String[]::new));
    }

    private static Class<?> application() {
        try {
            return Class.forName("nl.sluiswachter.CommandApplication");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void officer(String name) throws IOException {
        Instant now = Instant.now().minusSeconds(60);
        ExampleIdentity identity = ExampleAuthority.named("Officers", now, now.plusSeconds(86400))
                .issue(new ExampleSubject(name, List.of(), false, KeyKind.EC_P256, now, now.plusSeconds(86400)));
        Files.write(folder.resolve(name + ".pem"), identity.chainPem());
        Files.write(folder.resolve(name + "-key.pem"), identity.keyPem());
    }

    private static CatalogueFiles stricter() {
        SortedMap<String, String> texts =
                new TreeMap<>(CatalogueFiles.in(CATALOGUE).texts());
        texts.computeIfPresent(
                "types/VT_REPORT.yaml", (name, text) -> text.replace("objectable: false", "objectable: true"));
        return new CatalogueFiles(texts);
    }

    private String summary() {
        return owner.sql("select summary from catalogue_event where state = 'REHEARSED'")
                .query(String.class)
                .single();
    }

    /** The same rehearsal, as if it had found nothing. */
    private static String harmless(String summary) throws IOException {
        ObjectNode told = (ObjectNode) new ObjectMapper().readTree(summary);
        assertThat(told.at("/all/deliversMore").asLong()).isPositive();
        for (String totals : List.of("all", "open")) {
            told.withObject("/" + totals)
                    .put("same", RECORDED)
                    .put("changed", 0)
                    .put("deliversMore", 0);
        }
        told.putArray("changes");
        return told.toString();
    }

    /** With no more rights than the running gateway has. */
    private void insert(String summary) {
        String whole = owner.sql("select version from catalogue_event where state = 'REHEARSED'")
                .query(String.class)
                .single();
        gateway.sql(INSERT).param("version", whole).param("summary", summary).update();
    }

    private long approvals() {
        return owner.sql("select count(*) from catalogue_event where state = 'APPROVED'")
                .query(Long.class)
                .single();
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
