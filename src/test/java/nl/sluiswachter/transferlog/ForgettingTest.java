package nl.sluiswachter.transferlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.sluiswachter.support.Settings;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transfer.ImageOf;
import nl.sluiswachter.transfer.SomeDecision;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ForgettingTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String ANSWER =
            """
            insert into idempotency (sender, call, key_hash, body_hash, transfer_id, status, answer, created_at)
            values ('sender', 'call', sha256(cast(:id as text)::bytea), sha256('body'), cast(:id as uuid), 202, '{}', :at)
            """;

    private final JdbcClient application =
            JdbcClient.create(TestDatabase.create().asApplication());
    private final ReceiptTable receipts = new ReceiptTable(application);
    private final Forgetting forgetting = new Forgetting(
            new IdempotencyTable(application),
            receipts,
            new JdbcDecisionImages(application),
            Settings.limits(),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void forgetsAReceiptAfterItsTermAndNotBefore() {
        UUID old = receipt(Duration.ofDays(90).plusSeconds(1));
        UUID kept = receipt(Duration.ofDays(90).minusSeconds(1));

        forgetting.forget();

        assertThat(receipts.find(old)).isEmpty();
        assertThat(receipts.find(kept)).isPresent();
    }

    @Test
    void forgetsAnAnswerAfterItsOwnTerm() {
        answer(Duration.ofDays(7).plusSeconds(1));
        UUID kept = answer(Duration.ofDays(7).minusSeconds(1));

        forgetting.forget();

        assertThat(application
                        .sql("select transfer_id from idempotency")
                        .query(UUID.class)
                        .list())
                .containsExactly(kept);
    }

    @Test
    void forgetsWhatCanBeRehearsedAfterItsTerm() {
        JdbcDecisionImages images = new JdbcDecisionImages(application);
        String image = ImageOf.decision(SomeDecision.of(1)).toJson();
        Instant tooOld = NOW.minus(Duration.ofDays(90).plusSeconds(1));
        Instant inTime = NOW.minus(Duration.ofDays(90).minusSeconds(1));
        UUID kept = UUID.randomUUID();
        images.insert(List.of(
                SomeAppending.withImage(UUID.randomUUID(), tooOld, "sha256:x", image),
                SomeAppending.withImage(kept, inTime, "sha256:x", image)));

        forgetting.forget();

        List<UUID> left = new ArrayList<>();
        images.each(images.rangeFrom(Instant.EPOCH), one -> left.add(one.transferId()));
        assertThat(left).containsExactly(kept);
    }

    private UUID receipt(Duration age) {
        UUID id = UUID.randomUUID();
        receipts.insert(List.of(SomeAppending.withReceipt(id, NOW.minus(age))));
        return id;
    }

    private UUID answer(Duration age) {
        UUID id = UUID.randomUUID();
        application.sql(ANSWER).param("id", id.toString()).param("at", ago(age)).update();
        return id;
    }

    private static OffsetDateTime ago(Duration age) {
        return NOW.minus(age).atOffset(ZoneOffset.UTC);
    }
}
