package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.sluiswachter.support.Threads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sender that hears nothing sends again; the gateway decides once. */
class RepeatedRequestTest {

    private final Client municipality = Client.of("gemeente-wmo");
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void commitTheProvider() {
        Tables.forgetRegisters();
        Registers.commitment(Messages.ANNA);
    }

    @Test
    void getsTheSameAnswerToTheLastByteAndOneLogEntry() {
        Reply first = send(Messages.allocation());
        int entries = Tables.entries();

        Reply again = send(Messages.allocation());

        assertThat(again.status()).isEqualTo(first.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(Tables.entries()).isEqualTo(entries);
    }

    @Test
    void getsTheSameRefusalAgainEvenWhenConsentCameMeanwhile() {
        Reply first = send(Messages.referral());
        Registers.consentBy(
                "gemeente-wmo", Registers.consent(Messages.ANNA, "WELFARE_REFERRAL", "WELZIJN", "identity", "support"));

        Reply again = send(Messages.referral());

        assertThat(again.status()).isEqualTo(403);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void withAnotherBodyIsAConflict() {
        send(Messages.allocation());
        int entries = Tables.entries();

        Reply conflict = send(Messages.allocation().text("/caseReference", "Z2026-9"));

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(Tables.entries()).isEqualTo(entries);
    }

    @Test
    void atTheSameMomentIsOneTransfer() {
        int before = Tables.count("delivery");

        List<CompletableFuture<Reply>> calls = IntStream.range(0, 6)
                .mapToObj(i -> Threads.start(() -> send(Messages.allocation())))
                .toList();

        List<Reply> replies = calls.stream().map(CompletableFuture::join).toList();
        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(202));
        assertThat(replies.stream().map(Reply::transferId))
                .containsOnly(replies.get(0).transferId());
        assertThat(Tables.count("delivery")).isEqualTo(before + 1);
        assertThat(Tables.entries(replies.get(0).transferId(), "DECISION")).isOne();
    }

    @Test
    void aKeyBelongsToItsSender() {
        send(Messages.allocation());

        Reply other = Client.of("huisarts")
                .post("/v1/transfers", Messages.report())
                .key(key)
                .send();

        assertThat(other.status()).isEqualTo(202);
    }

    @Test
    void withoutAKeyIsRefusedAndNothingHappens() {
        int before = Tables.entries();

        Reply refusal =
                municipality.post("/v1/transfers", Messages.allocation()).bad().send();

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.code()).isEqualTo("IDEMPOTENCY_KEY_MISSING");
        assertThat(Tables.entries()).isEqualTo(before);
    }

    @Test
    void aKeyThatIsNoKeyIsRefused() {
        Reply refusal = municipality
                .post("/v1/transfers", Messages.allocation())
                .header("Idempotency-Key", "\"half")
                .bad()
                .send();

        assertThat(refusal.code()).isEqualTo("IDEMPOTENCY_KEY_INVALID");
    }

    private Reply send(Message message) {
        return municipality.post("/v1/transfers", message).key(key).send();
    }
}
