package nl.sluiswachter.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.SomeMark;
import nl.sluiswachter.transferlog.StoredEntry;
import nl.sluiswachter.transferlog.merkle.Checkpoint;
import nl.sluiswachter.transferlog.merkle.PaperLine;
import nl.sluiswachter.transferlog.merkle.TreeHashing;
import nl.sluiswachter.transferlog.tree.EpochRefused;
import nl.sluiswachter.transferlog.tree.NewEpoch;
import nl.sluiswachter.transferlog.tree.SignerRefusal;
import nl.sluiswachter.transferlog.tree.TreeDamaged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is put back: the signer refuses until the operator begins an epoch that names the gap. */
class NewEpochTest {

    @TempDir
    private Path folder;

    private byte[] early;
    private byte[] late;
    private String line;
    private SomeTree log;

    @BeforeEach
    void putBackABackup() {
        TestDatabase database = TestDatabase.create();
        log = new SomeTree(database, folder);
        log.decide(0, 0);
        log.decide(0, 1);
        early = log.publish();
        log.decide(1, 2);
        log.publish();
        TestDatabase backup = database.copy();
        log.decide(1, 3);
        log.decide(1, 4);
        late = log.publish();
        line = new PaperLine(log.head(), java.time.Instant.EPOCH).text();
        log = new SomeTree(backup, folder);
    }

    @Test
    void theSignerRefusesThenTheNewEpochNamesTheGapAndVerifies() {
        log.decide(0, 5);
        assertThatThrownBy(log::publish).isInstanceOf(SignerRefusal.class);

        NewEpoch.Begun begun = log.beginEpoch();
        log.shards().sweep(0);
        String note = new String(log.publish(), StandardCharsets.UTF_8);

        assertThat(begun.joined()).isFalse();
        assertThat(begun.follows().last().size()).isEqualTo(5);
        assertThat(begun.follows().kept()).isEqualTo(3);
        assertThat(note)
                .startsWith("sluiswachter/00000099000000000100/2\n5\n")
                .contains("\nfollows sluiswachter/00000099000000000100/1 5 ")
                .contains(" keeping 3\n");
        assertThat(statements(new Kept.Signed(early)))
                .anyMatch(sentence -> sentence.matches("A new epoch began: the last checkpoint of"
                        + " sluiswachter/00000099000000000100/1 had 5 leaves with root [0-9a-f]{64}, and the first 3"
                        + " are kept\\."))
                .anyMatch(sentence -> sentence.startsWith("It continues the earlier checkpoint of 2 leaves"));
        assertThat(reasons()).containsExactly("A backup was put back");
    }

    @Test
    void goesOnInTheNewEpoch() {
        log.beginEpoch();
        log.shards().sweep(0);
        byte[] first = log.publish();
        log.decide(0, 7);
        log.publish();

        assertThat(statements(new Kept.Signed(first))).anyMatch(sentence -> sentence.startsWith("It continues"));
        assertThatThrownBy(log::beginEpoch)
                .isInstanceOf(EpochRefused.class)
                .hasMessage("The tree continues what this node signed last, so no new epoch is needed.");
    }

    @Test
    void whoKeptMoreThanTheBackupHadLearnsWhatIsGone() {
        begin();

        assertThat(broken(new Kept.Signed(late)))
                .matches("A new epoch began which keeps the first 3 leaves of sluiswachter/00000099000000000100/1: of"
                        + " the 5 leaves of the earlier checkpoint with root [0-9a-f]{64}, the rest is gone\\.");
        assertThat(broken(new Kept.Paper(line))).contains("of the 5 leaves of the checkpoint on paper with root ");
    }

    @Test
    void whoHasOnlyTheOldKeyLearnsThatANewEpochBegan() {
        begin();

        assertThat(verdict(log.key(1)))
                .isEqualTo(new Verdict.Broken("The checkpoint of the log is of epoch 2 and the key is of epoch 1: a new"
                        + " epoch began. Ask the municipality why, and for its key."));
    }

    @Test
    void aForgedGapIsFoundByWhoKeptMoreThanItNames() throws IOException {
        remember("forged memory", Checkpoint.of("sluiswachter/00000099000000000100/1", 4, TreeHashing.leaf(early)));
        log.signWith("forged memory");
        begin();

        assertThat(broken(new Kept.Signed(late)))
                .contains("has 5 leaves with root ")
                .contains("and the new epoch says the last had 4 with root ");
    }

    @Test
    void theDatabaseAloneCannotBeginAnEpoch() {
        log.superuser().sql("update log_tree set epoch = 2").update();
        assertThatThrownBy(log::publish)
                .isInstanceOf(TreeDamaged.class)
                .hasMessageStartingWith("No gateway wrote what log_tree says");
        Checkpoint head = log.head();
        log.superuser()
                .sql("update log_tree set mark = ?")
                .param(SomeMark.OURS.ofTree(2, head.size(), head.root().bytes()))
                .update();
        log.superuser()
                .sql("insert into log_epoch values (2, now(), 'follows sluiswachter/00000099000000000100/1 0 "
                        + "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU= keeping 0')")
                .update();

        assertThatThrownBy(log::publish)
                .isInstanceOf(SignerRefusal.class)
                .hasMessage("The database has begun another epoch, sluiswachter/00000099000000000100/2, and nobody has"
                        + " told this node");
    }

    @Test
    void whatAnEpochFollowsCannotBeRewrittenUnnoticed() throws IOException {
        begin();
        byte[] kept = log.publish();
        log.superuser()
                .sql("update log_epoch set follows = replace(follows, ' 5 ', ' 4 ')")
                .update();
        log.decide(0, 9);

        assertThatThrownBy(log::publish)
                .isInstanceOf(SignerRefusal.class)
                .hasMessage("What the epoch follows is not what it was when the log was signed last");
        remember("blank memory", Checkpoint.of("sluiswachter/00000099000000000100/2", 0, TreeHashing.EMPTY));
        log.signWith("blank memory");
        log.publish();
        assertThat(broken(new Kept.Signed(kept)))
                .startsWith("The log says another past than when the earlier checkpoint was signed, which said: follows"
                        + " sluiswachter/00000099000000000100/1 5 ");
    }

    @Test
    void aNodeGoesOverToNoOtherPastThanItWasTold() {
        log.decide(0, 5);
        log.beginEpoch();
        log.superuser()
                .sql("update log_epoch set follows = replace(follows, ' 5 ', ' 4 ')")
                .update();

        assertThatThrownBy(log::publish).hasMessageContaining("nobody has told this node");
    }

    @Test
    void anotherNodeJoinsTheEpochThatOneBegan() throws IOException {
        remember("memory of the other node", log.head()); // it had signed up to the backup
        begin();
        byte[] head = log.publish();
        log.signWith("memory of the other node");
        log.decide(0, 8);
        assertThatThrownBy(log::publish).hasMessageContaining("nobody has told this node");

        assertThat(log.beginEpoch().joined()).isTrue();
        log.publish();

        assertThat(statements(new Kept.Signed(head))).anyMatch(sentence -> sentence.startsWith("It continues"));
    }

    @Test
    void nothingBeginsWhereNothingWasSignedOrNothingIsWrong() {
        SomeTree fresh = new SomeTree(TestDatabase.create(), folder);
        fresh.signWith("no memory");

        assertThatThrownBy(fresh::beginEpoch).isInstanceOf(EpochRefused.class);
        fresh.decide(0, 1);
        fresh.publish();
        assertThatThrownBy(fresh::beginEpoch).isInstanceOf(EpochRefused.class);
    }

    private void begin() {
        log.beginEpoch();
        log.shards().sweep(0);
        log.publish();
    }

    private void remember(String file, Checkpoint checkpoint) throws IOException {
        Files.writeString(folder.resolve(file), checkpoint.text());
    }

    private List<String> statements(Kept kept) {
        Verdict verdict = verdict(log.key(2), kept);
        assertThat(verdict).isInstanceOf(Verdict.Sound.class);
        return ((Verdict.Sound) verdict).statements();
    }

    private String broken(Kept kept) {
        Verdict verdict = verdict(log.key(2), kept);
        assertThat(verdict).isInstanceOf(Verdict.Broken.class);
        assertThat(Verifier.consistency(new Folder(log.export(false)), Believed.key(log.key(2)), List.of(kept)))
                .isEqualTo(verdict);
        return ((Verdict.Broken) verdict).sentence();
    }

    private Verdict verdict(String key, Kept... kept) {
        return Verifier.log(new Folder(log.export(true)), Believed.key(key), List.of(kept), leaves -> done -> {});
    }

    private List<String> reasons() {
        return log
                .superuser()
                .sql("select entry from transfer_log where kind = 'EPOCH'")
                .query(byte[].class)
                .list()
                .stream()
                .map(StoredEntry::read)
                .map(entry -> entry.at("/detail/why").asText())
                .toList();
    }
}
