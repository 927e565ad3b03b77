package nl.sluiswachter.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.ForgedEvents;
import nl.sluiswachter.transferlog.SomeMark;
import nl.sluiswachter.transferlog.entry.DestroyedHash;
import nl.sluiswachter.transferlog.entry.Leaf;
import nl.sluiswachter.transferlog.merkle.Hash;
import nl.sluiswachter.transferlog.merkle.Malformed;
import nl.sluiswachter.transferlog.merkle.PaperLine;
import nl.sluiswachter.transferlog.retention.Retention;
import nl.sluiswachter.transferlog.retention.SomeRetention;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the verifier says of entries that were destroyed, lawfully or not. */
class DestroyedDrillTest {

    private static final String DESTROY_BY_HAND =
            """
            update transfer_log
               set destroyed_at = now(), entry = null, entry_id = null, seed = null, transfer_id = null, sender = null,
                   receiver = null, exchange_type = null, outcome = null, case_key = null, transaction_id = null,
                   trace_id = null
             where shard = :shard and position = :position
            """;

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final Retention retention = SomeRetention.on(database.asApplication());
    private SomeTree log;
    private JdbcClient superuser;
    private Kept paper;

    @BeforeEach
    void fourOldDecisionsAndTwoNewOnes() {
        log = new SomeTree(database, folder);
        superuser = log.superuser();
        for (int number = 0; number < 3; number++) {
            log.decide(0, number, yearsAgo(16));
        }
        log.decide(1, 3, yearsAgo(16));
        log.publish();
        paper = paper(yearsAgo(16).plus(Duration.ofDays(20)));
        log.decide(0, 4, yearsAgo(1));
        log.decide(0, 5, yearsAgo(1));
        log.publish();
    }

    @Test
    void believesADestructionThatTheLogTellsOf() {
        destroyDue();

        assertThat(verify(paper)).isInstanceOfSatisfying(Verdict.Sound.class, sound -> assertThat(sound.statements())
                .contains("4 entries were destroyed after their term: each is named with its hash, by one of 2"
                        + " entries of the log.")
                .contains("Who entries are about was compared for 4 entries."));
    }

    @Test
    void doesNotProveADestructionThatOnlyTheLogVouchesFor() {
        byte[] undated = log.publish();
        destroyDue();
        String open =
                "Nothing outside the log vouches for 4 of the 4 destroyed entries, the first of leaf 0: that they were"
                        + " there a whole term before they went is said by the log alone. Give what was kept from before: --paper,"
                        + " or --checkpoint and --witness.";

        assertThat(List.of(verify(), verify(new Kept.Signed(undated)), verify(paper(Instant.now()))))
                .allSatisfy(verdict -> assertThat(verdict)
                        .isInstanceOfSatisfying(Verdict.Unproven.class, unproven -> assertThat(unproven.open())
                                .containsExactly(open)));
    }

    @Test
    void anEarlierLineOnPaperRefutesThatAnEntryWasOld() {
        for (int position = 0; position < 5; position++) {
            destroyByHand(1, position); // so that nothing before it is left to refute it
        }
        destroyByHand(2, 0);
        tell("2011-01-01T00:00:00Z", "P15Y", 4);

        assertThat(findings(paper)).hasSize(5).noneMatch(sentence -> sentence.contains("was destroyed too early"));
        assertThat(findings(paperOfFour(Instant.parse("2025-01-01T00:00:00Z"))))
                .anyMatch(sentence ->
                        sentence.matches("The entry at shard 1, position 4 \\(leaf 5\\) with hash [0-9a-f]{64} was"
                                + " destroyed too early: leaf \\d tells that it was recorded before 2011-01-01T00:00:00Z, and the"
                                + " checkpoint on paper has it with 4 leaves at 2025-01-01T00:00:00Z\\."));
    }

    @Test
    void doesNotBelieveATimeThatHasNotCome() {
        destroyByHand(1, 4);
        tell("2025-12-31T00:00:00Z", "P15Y", 4, "2041-01-01T00:00:00Z");

        assertThat(broken(paper(Instant.parse("2026-11-23T00:00:00Z"))))
                .matches(
                        "The entry of leaf \\d tells of entries that were destroyed at 2041-01-01T00:00:00Z, a time that had"
                                + " not come: the checkpoint on paper has it with 7 leaves at 2026-11-23T00:00:00Z\\.");
        assertThat(Verifier.log(
                        new Folder(log.export(true)),
                        new Believed(
                                log.key(), List.of(), 0, List.of(), Optional.of(Instant.parse("2026-11-23T00:00:00Z"))),
                        List.of(),
                        leaves -> done -> {}))
                .isInstanceOfSatisfying(Verdict.Broken.class, broken -> assertThat(broken.sentence())
                        .contains("a time that had not come: the clock of whoever verifies has it with 7 leaves at"));
    }

    @Test
    void findsAnEntryThatWasDestroyedByHand() {
        destroyByHand(1, 4);

        assertThat(broken())
                .matches("The entry at shard 1, position 4 \\(leaf \\d\\) was destroyed and no entry of the log that"
                        + " is to be believed tells of it: its leaf has hash [0-9a-f]{64}\\.");
    }

    @Test
    void findsADestructionOfWhichTheTellingWasTakenAway() {
        retention.destroyDue();
        superuser.sql("delete from log_pending").update();

        assertThat(broken()).contains(" was destroyed and no entry of the log that is to be believed tells of it: ");
    }

    @Test
    void findsADestructionThatTellsOfAnotherContentThanTheLeafHas() {
        superuser
                .sql("update transfer_log set entry_hash = sha256('other') where shard = 1 and position = 2")
                .update();
        destroyDue();

        assertThat(findings())
                .anyMatch(sentence -> sentence.matches(
                        "The entry of leaf \\d tells of destroyed entries of shard 1 with hash [0-9a-f]{64}; their"
                                + " leaves have [0-9a-f]{64}\\."));
    }

    /** What is left of it goes into the file of its month with that hash. */
    @Test
    void findsThatTheHashOfADestroyedEntryWasChanged() {
        destroyDue();
        superuser
                .sql("update transfer_log set entry_hash = sha256('other') where shard = 1 and position = 2")
                .update();

        assertThat(findings(paper))
                .singleElement()
                .asString()
                .matches(
                        "The entry at shard 1, position 2 \\(leaf 2\\) with hash [0-9a-f]{64} is filed under another hash"
                                + " than its own: that was changed\\.");
    }

    @Test
    void findsATellingThatByItsOwnWordsCameTooEarly() {
        destroyByHand(1, 4);
        tell("2025-01-01T00:00:00Z", "P15Y", 4);

        assertThat(broken())
                .contains("tells of entries that were destroyed too early: recorded until 2025-01-01T00:00:00Z, to be"
                        + " kept for P15Y, destroyed at 2026-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "P-20Y", "P4Y"})
    void findsATermThatIsShorterThanAnyMayBe(String term) {
        destroyByHand(1, 4);
        tell("2023-01-01T00:00:00Z", term, 4);

        assertThat(broken()).contains("destroyed too early: recorded until 2023-01-01T00:00:00Z");
    }

    /** Else whoever tells of a destruction could choose how much of its past has to be proven. */
    @Test
    void aShortTermIsNoProofThatWhatWentWasOld() {
        destroyByHand(1, 0);
        tell("2011-01-01T00:00:00Z", "P0D", 0);

        assertThat(verify(paperOfFour(Instant.parse("2024-01-01T00:00:00Z"))))
                .isInstanceOfSatisfying(Verdict.Unproven.class, unproven -> assertThat(unproven.open())
                        .singleElement()
                        .asString()
                        .startsWith("Nothing outside the log vouches for 1 of the 1 destroyed entries"));
        assertThat(verify(paperOfFour(Instant.parse("2021-01-01T00:00:00Z")))).isInstanceOf(Verdict.Sound.class);
    }

    @Test
    void findsATellingThatIsRefutedByAnEarlierEntry() {
        destroyByHand(1, 4);
        tell("2011-01-01T00:00:00Z", "P15Y", 4);

        assertThat(broken())
                .matches("The entry at shard 1, position 4 \\(leaf \\d\\) with hash [0-9a-f]{64} was destroyed too"
                        + " early: leaf \\d tells that it was recorded before 2011-01-01T00:00:00Z, and leaf \\d, which"
                        + " came before it, is of 2025-.*");
    }

    @Test
    void tellingsThatAreNoneExcuseNothingAndSpoilNothing() {
        destroyDue();
        tell("2011-01-01T00:00:00Z", "P15Y", 1); // of what went lawfully
        tell("2011-01-01T00:00:00Z", "P15Y", 4); // of what is there and not old
        tell("2025-01-01T00:00:00Z", "P15Y", 4);
        tell("2011-01-01T00:00:00Z", "P15Y", 77);
        tellNothing();

        assertThat(verify(paper)).isInstanceOfSatisfying(Verdict.Sound.class, sound -> assertThat(sound.statements())
                .filteredOn(sentence -> sentence.startsWith("Not believed, and nothing is gone by it: "))
                .hasSize(4)
                .anyMatch(sentence -> sentence.contains("position 4 (leaf 5) with hash "))
                .anyMatch(sentence -> sentence.contains("to be kept for P15Y, destroyed at"))
                .anyMatch(sentence -> sentence.contains("that the tree never had: shard 1, position 77."))
                .anyMatch(sentence -> sentence.contains("does not tell which entries were destroyed.")));
        destroyByHand(1, 4);
        assertThat(findings(paper))
                .hasSize(5)
                .last()
                .asString()
                .contains("position 4 (leaf ")
                .contains("no entry of the log that is to be believed tells of it");
    }

    /** By somebody who owns the database: what is not filed as what it says would be wrong in every verification after it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"format\":1,\"kind\":\"DESTRUCTION\",\"shard\":1}",
                "{\"detail\":{\"reason\":\"x\"},\"entryId\":\"00000000-0000-0000-0000-000000000001\",\"format\":1,"
                        + "\"kind\":\"DESTRUCTION\",\"recordedAt\":\"2026-11-22T10:00:00Z\"}",
                "{\"detail\":{},\"entryId\":\"00000000-0000-0000-0000-000000000001\",\"format\":1,"
                        + "\"kind\":\"DESTRUCTION\",\"party\":\"x\",\"recordedAt\":\"2026-11-22T10:00:00Z\"}"
            })
    void aTellingThatIsFoundAsSomethingElseThanItSaysGetsNoLeaf(String entry) {
        superuser
                .sql("insert into log_pending (entry_id, recorded_at, kind, entry, entry_hash, subjects)"
                        + " select '00000000-0000-0000-0000-000000000001', '2026-11-22T10:00:00Z', 'DESTRUCTION', e, sha256(e),"
                        + " '{}' from (select convert_to(?, 'UTF8') as e) as made")
                .param(entry)
                .update();
        log.shards().place(0);
        log.publish();

        assertThat(verify()).isInstanceOf(Verdict.Sound.class);
        assertThat(new ForgedEvents(superuser, SomeMark.OURS).any(Instant.now()))
                .isTrue();
    }

    @Test
    void takesATermOfYearsAndDaysAsTheDatabaseDoes() {
        destroyByHand(1, 0);
        tell("2020-02-09T10:00:00Z", "P5Y30D", 0, "2025-03-10T10:00:00Z"); // and a 29th of February between

        assertThat(verify())
                .isInstanceOfSatisfying(Verdict.Unproven.class, unproven -> assertThat(unproven.statements())
                        .noneMatch(sentence -> sentence.contains("too early"))
                        .anyMatch(sentence -> sentence.startsWith("1 entries were destroyed after their term")));
    }

    private void tellNothing() {
        write("", "2026-11-22T10:00:00Z");
    }

    private void write(String detail, String at) {
        UUID id = UUID.randomUUID();
        String entry =
                "{\"detail\":{%s},\"entryId\":\"%s\",\"format\":1,\"kind\":\"DESTRUCTION\",\"recordedAt\":\"%s\"}"
                        .formatted(detail, id, at);
        superuser
                .sql("insert into log_pending (entry_id, recorded_at, kind, entry, entry_hash, subjects)"
                        + " select :id, cast(:at as timestamptz), 'DESTRUCTION', e, sha256(e), '{}'"
                        + " from (select convert_to(:entry, 'UTF8') as e) as made")
                .param("id", id)
                .param("entry", entry)
                .param("at", at)
                .update();
        log.shards().place(0, Instant.parse(at));
        log.publish();
    }

    private void destroyDue() {
        retention.destroyDue();
        log.shards().place(0);
        log.publish();
    }

    private void destroyByHand(int shard, long position) {
        superuser
                .sql(DESTROY_BY_HAND)
                .param("shard", shard)
                .param("position", position)
                .update();
        superuser
                .sql("delete from transfer_log_subject where shard = :shard and position = :position")
                .param("shard", shard)
                .param("position", position)
                .update();
    }

    /** What somebody would have to write into the log who wants it to look lawful. */
    private void tell(String before, String term, long position) {
        tell(before, term, position, "2026-11-22T10:00:00Z");
    }

    private void tell(String before, String term, long position, String at) {
        DestroyedHash hash = new DestroyedHash();
        hash.add(new Leaf(
                1,
                position,
                superuser
                        .sql("select entry_hash from transfer_log where shard = 1 and position = ?")
                        .param(position)
                        .query(byte[].class)
                        .optional()
                        .map(Hash::of)
                        .orElseGet(() -> Hash.of(new byte[Hash.LENGTH]))));
        write(
                """
                "before":"%s","entries":"1","hash":"%s","places":"%d","rule":"WMO_ALLOCATION","shard":"1","term":"%s"\
                """
                        .formatted(before, hash.value().base64(), position, term),
                at);
    }

    private Verdict verify(Kept... kept) {
        return Verifier.log(new Folder(log.export(true)), Believed.key(log.key()), List.of(kept), leaves -> done -> {});
    }

    private String broken(Kept... kept) {
        return findings(kept).get(0);
    }

    private List<String> findings(Kept... kept) {
        Verdict verdict = verify(kept);
        assertThat(verdict).isInstanceOf(Verdict.Broken.class);
        List<String> all = new ArrayList<>(List.of(((Verdict.Broken) verdict).sentence()));
        all.addAll(((Verdict.Broken) verdict).further());
        return all;
    }

    /** The newest tree, as it was written down at some moment. */
    private Kept paper(Instant at) {
        return new Kept.Paper(new PaperLine(log.head(), at).text());
    }

    /** The tree before the two new ones, as if it had been the newest at another moment. */
    private Kept paperOfFour(Instant at) {
        try {
            return new Kept.Paper(
                    new PaperLine(PaperLine.parse(((Kept.Paper) paper).line()).checkpoint(), at).text());
        } catch (Malformed e) {
            throw new AssertionError(e);
        }
    }

    private static Instant yearsAgo(int years) {
        return OffsetDateTime.now(ZoneOffset.UTC).minusYears(years).toInstant();
    }
}
