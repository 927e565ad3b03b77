package nl.sluiswachter.delivery;

import static nl.sluiswachter.delivery.World.MUNICIPALITY;
import static nl.sluiswachter.delivery.World.RECEIVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.sluiswachter.consent.ConsentEvent;
import nl.sluiswachter.consent.ConsentHistory;
import nl.sluiswachter.consent.ConsentState;
import nl.sluiswachter.consent.Stop;
import nl.sluiswachter.party.PushEndpoint;
import nl.sluiswachter.support.Threads;
import org.junit.jupiter.api.Test;

/** What ran out is written down once, and what was queued on it stopped. */
class ConsentExpiryTest {

    private final World world = new World();
    private final World otherNode = new World();
    private final Instant end = world.clock.instant().plus(Duration.ofHours(1));

    @Test
    void writesDownWhatRanOutAndStopsWhatWasQueuedOnIt() {
        UUID consent = world.consent(Optional.of(end));
        UUID endless = world.consent();
        UUID queued = world.queue(RECEIVER, consent);
        world.clock.pass(Duration.ofHours(1));

        world.consentExpiry.expire();

        assertThat(states(consent)).containsExactly(ConsentState.GIVEN, ConsentState.EXPIRED);
        assertThat(last(consent).by()).isEmpty();
        assertThat(states(endless)).containsExactly(ConsentState.GIVEN);
        assertThat(world.state(queued)).isEqualTo(DeliveryState.STOPPED);
        assertThat(world.hasPayload(queued)).isFalse();
        assertThat(world.log.of(queued)).containsExactly("DELIVERY_STOPPED {attempts=0, reason=CONSENT_EXPIRED}");
        assertThat(measurements()).isZero();
    }

    @Test
    void handsNothingOutOnceThePeriodIsOverAlsoBeforeThatIsWrittenDown() {
        UUID consent = world.consent(Optional.of(end));
        UUID queued = world.queue(RECEIVER, consent);
        UUID other = world.queue(RECEIVER, world.consent());
        world.clock.pass(Duration.ofHours(1));

        assertThat(world.inbox.read(RECEIVER, queued)).isEqualTo(new Reading.NotFound());
        assertThat(world.inbox.list(RECEIVER, Optional.empty(), 10).messages())
                .extracting(Envelope::transferId)
                .containsExactly(other);
        assertThat(world.log.of(queued)).isEmpty();
        assertThat(world.inbox.read(RECEIVER, other)).isInstanceOf(Reading.Opened.class);
    }

    @Test
    void handsOutUntilThePeriodIsOver() {
        UUID queued = world.queue(RECEIVER, world.consent(Optional.of(end)));
        world.clock.pass(Duration.ofHours(1).minusMillis(1));

        assertThat(world.inbox.read(RECEIVER, queued)).isInstanceOf(Reading.Opened.class);
    }

    @Test
    void aMessageThatWasReadIsNotReadAgainOnceThePeriodIsOver() {
        UUID queued = world.queue(RECEIVER, world.consent(Optional.of(end)));
        world.inbox.read(RECEIVER, queued);
        world.clock.pass(Duration.ofHours(1));

        assertThat(world.inbox.read(RECEIVER, queued)).isEqualTo(new Reading.NotFound());
    }

    @Test
    void pushesNothingOnceThePeriodIsOver() {
        world.pushTo(RECEIVER, new PushEndpoint(URI.create("https://receiver.example/inbox"), "trust"));
        world.queue(RECEIVER, world.consent(Optional.of(end)));
        world.clock.pass(Duration.ofHours(1).minusMillis(1));
        List<Claim> claimed =
                world.queue.claim(world.clock.instant(), world.clock.instant().plusSeconds(30), 10);
        world.clock.pass(Duration.ofMillis(1));

        assertThat(claimed).hasSize(1);
        assertThat(world.dispatch.open(claimed.get(0))).isEmpty();
        world.clock.pass(Duration.ofSeconds(31));
        assertThat(world.queue.claim(
                        world.clock.instant(), world.clock.instant().plusSeconds(30), 10))
                .isEmpty();
    }

    @Test
    void leavesAConsentAloneUntilItsPeriodIsOver() {
        UUID consent = world.consent(Optional.of(end));
        world.clock.pass(Duration.ofHours(1).minusMillis(1));

        world.consentExpiry.expire();

        assertThat(states(consent)).containsExactly(ConsentState.GIVEN);
    }

    @Test
    void twoNodesAtOnceWriteItDownOnce() {
        List<UUID> consents = Stream.generate(() -> world.consent(Optional.of(end)))
                .limit(150)
                .toList();
        UUID queued = world.queue(RECEIVER, consents.get(0));
        world.clock.pass(Duration.ofHours(1));
        otherNode.clock.pass(Duration.ofHours(1));

        CompletableFuture<Void> here = Threads.start(() -> expire(world));
        CompletableFuture<Void> there = Threads.start(() -> expire(otherNode));
        CompletableFuture.allOf(here, there).join();
        world.consentExpiry.expire(); // what both left alone because the other had it

        assertThat(consents)
                .allSatisfy(id -> assertThat(states(id)).containsExactly(ConsentState.GIVEN, ConsentState.EXPIRED));
        assertThat(world.counted("stopped") + otherNode.counted("stopped")).isEqualTo(1);
        assertThat(world.state(queued)).isEqualTo(DeliveryState.STOPPED);
        assertThat(world.owner
                        .sql("select count(*) from consent_term where ends_at <= :now")
                        .param("now", Timestamps.of(world.clock.instant()))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void leavesAConsentForTheNextTimeWhileAPermitIsRecordedOnIt() {
        UUID consent = world.consent(Optional.of(end));
        otherNode.clock.pass(Duration.ofHours(1));

        world.transaction.executeWithoutResult(status -> {
            assertThat(world.consents.holdGiven(List.of(consent))).containsExactly(consent);
            Threads.start(() -> expire(otherNode)).join();
        });

        assertThat(states(consent)).containsExactly(ConsentState.GIVEN);
        otherNode.consentExpiry.expire();
        assertThat(states(consent)).containsExactly(ConsentState.GIVEN, ConsentState.EXPIRED);
    }

    @Test
    void measuresFromTheReceiptOfAWithdrawalUntilTheLastMessageIsStopped() {
        UUID consent = world.consent();
        world.queue(RECEIVER, consent);
        Instant receivedAt = world.clock.instant();
        world.clock.pass(Duration.ofMillis(250));

        world.withdrawAll(consent, receivedAt);
        world.withdrawAll(consent, receivedAt);

        assertThat(last(consent).stop().map(Stop::within)).contains(Duration.ofMillis(250));
        assertThat(measurements()).isEqualTo(1);
        assertThat(world.meters.get("sluiswachter.consent.withdrawal").timer().totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(250);
    }

    @Test
    void measuresNothingWhenTheWithdrawalIsUndone() {
        UUID consent = world.consent();

        world.transaction.executeWithoutResult(status -> {
            world.withdrawAll(consent, world.clock.instant());
            status.setRollbackOnly();
        });

        assertThat(measurements()).isZero();
        assertThat(states(consent)).containsExactly(ConsentState.GIVEN);
    }

    private static Void expire(World node) {
        node.consentExpiry.expire();
        return null;
    }

    private long measurements() {
        return world.meters.get("sluiswachter.consent.withdrawal").timer().count();
    }

    private ConsentEvent last(UUID id) {
        return history(id).last();
    }

    private List<ConsentState> states(UUID id) {
        return history(id).events().stream().map(ConsentEvent::state).toList();
    }

    private ConsentHistory history(UUID id) {
        return world.consents.find(id, MUNICIPALITY).orElseThrow();
    }
}
