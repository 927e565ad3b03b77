package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.sluiswachter.acceptance.RunningGateway.Door;
import nl.sluiswachter.support.Threads;
import nl.sluiswachter.transferlog.proof.ProofFiles;
import nl.sluiswachter.transferlog.witness.BoundedPost;
import nl.sluiswachter.verifier.PublicAddress;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who asks much of the log at once keeps nobody else's transfer from being decided. */
class FloodTest {

    private static final int MANY = 24;
    private static final int CONNECTION_ENDED = 0;
    private static final String PERSON = "{\"bsn\":\"%s\"}".formatted(Messages.ANNA);

    private final RunningGateway gateway = RunningGateway.shared();
    private final Client municipality = Client.of("gemeente-wmo");
    private final JdbcClient owner = JdbcClient.create(gateway.database().asOwner());

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @Test
    void fewWaitForAProofAndTheOthersAreAskedToComeAgain() throws Exception {
        ProofFiles files = gateway.bean(ProofFiles.class);
        try (Connection other = holding("select pg_advisory_xact_lock(hashtextextended('log_tree', 0))")) {
            UUID permitted =
                    UUID.fromString(municipality.transfer(Messages.allocation()).transferId());

            List<Duration> waits = atOnce(() -> {
                long start = System.nanoTime();
                assertThat(files.forSender(permitted)).isEmpty();
                return Duration.ofNanos(System.nanoTime() - start);
            });

            assertThat(waits.stream().filter(wait -> wait.toMillis() >= 2_000)).hasSizeBetween(1, 8);
            other.rollback();
        }
    }

    @Test
    void whoWaitsForProofsKeepsNobodyFromATransfer() throws Exception {
        try (Connection other = holding("select pg_advisory_xact_lock(hashtextextended('log_tree', 0))")) {
            String proof = "/v1/transfers/"
                    + municipality.transfer(Messages.allocation()).transferId() + "/proof";
            List<CompletableFuture<Integer>> asking = Stream.of(municipality, Client.of("wmo-aanbieder"))
                    .flatMap(party -> start(() -> party.get(proof).send().status()))
                    .toList();

            assertThat(municipality.transfer(Messages.allocation()).status()).isEqualTo(202);

            assertThat(joined(asking)).containsOnly(202);
            other.rollback();
        }
    }

    /** A search about a person looks into every month; the lock is on one that no transfer is written to. */
    @Test
    void searchesThatTakeLongLeaveConnectionsForTransfers() throws Exception {
        try (Connection other = holding("lock table transfer_log_subject_other in access exclusive mode")) {
            List<CompletableFuture<Integer>> searching = start(() -> municipality
                            .post("/v1/log-entries/_zoek", search())
                            .send()
                            .status())
                    .toList();
            Awaitility.await().atMost(Duration.ofSeconds(9)).until(() -> waitingForTheLock() >= 4);

            assertThat(municipality.transfer(Messages.allocation()).status()).isEqualTo(202);
            assertThat(waitingForTheLock()).isBetween(1, 8);

            other.rollback();
            assertThat(joined(searching)).containsOnly(200);
        }
    }

    @Test
    void garbageForTheWitnessIsRefusedUnreadAndStopsNobody() throws Exception {
        byte[] huge = new byte[3_000_000];
        byte[] tooLong = "a".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        List<CompletableFuture<Integer>> sending = start(
                        () -> post("old 0\n\nnobody\n".getBytes(StandardCharsets.UTF_8)))
                .toList();

        assertThat(municipality.transfer(Messages.allocation()).status()).isEqualTo(202);

        assertThat(joined(sending)).contains(400).isSubsetOf(400, 503);
        assertThat(post(tooLong)).isIn(400, CONNECTION_ENDED);
        assertThat(post(huge)).isIn(413, CONNECTION_ENDED);
        assertThat(municipality.transfer(Messages.allocation()).status()).isEqualTo(202);
    }

    @Test
    void whoReadsTilesWithoutEndStopsNobody() throws Exception {
        municipality.transfer(Messages.allocation());
        PublicAddress address = PublicAddress.of(
                URI.create("https://localhost:" + gateway.port(Door.OPEN) + "/log"),
                gateway.certificate("municipal-ca.pem"));
        List<CompletableFuture<Boolean>> reading = start(() -> {
                    boolean there = true;
                    for (int turn = 0; turn < 20; turn++) {
                        there &= read(address, "tile/0/000.p/1");
                    }
                    return there;
                })
                .toList();

        assertThat(municipality.transfer(Messages.allocation()).status()).isEqualTo(202);

        assertThat(joined(reading)).contains(true);
    }

    private static boolean read(PublicAddress address, String path) {
        try {
            return address.read(path, 32).isPresent();
        } catch (IOException e) {
            return false; // all places were taken, which is said with 503
        }
    }

    private static Message search() {
        return Message.of("{\"subject\":%s,\"ground\":\"AUDIT\",\"reference\":\"ZAAK-1\"}".formatted(PERSON));
    }

    private int waitingForTheLock() {
        return owner.sql("select count(*) from pg_locks"
                        + " where not granted and relation = 'transfer_log_subject_other'::regclass")
                .query(Integer.class)
                .single();
    }

    /** What is refused unread is still being sent when the connection ends: the refusal does not always come through. */
    private int post(byte[] body) {
        try {
            return BoundedPost.trusting(
                            Optional.of(gateway.certificate("municipal-ca.pem")), Duration.ofSeconds(20), 100_000)
                    .send(
                            URI.create("https://localhost:" + gateway.port(Door.OPEN) + "/witness/add-checkpoint"),
                            "text/plain",
                            body)
                    .status();
        } catch (IOException e) {
            return CONNECTION_ENDED;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A transaction that has done this and goes on. */
    private Connection holding(String statement) throws Exception {
        Connection other = gateway.database().asOwner().getConnection();
        other.setAutoCommit(false);
        try (Statement lock = other.createStatement()) {
            lock.execute(statement);
        }
        return other;
    }

    private static <T> Stream<CompletableFuture<T>> start(Supplier<T> task) {
        return Stream.generate(() -> Threads.start(task)).limit(MANY).toList().stream();
    }

    private static <T> List<T> atOnce(Supplier<T> task) {
        return joined(start(task).toList());
    }

    private static <T> List<T> joined(List<CompletableFuture<T>> tasks) {
        return tasks.stream().map(CompletableFuture::join).toList();
    }
}
