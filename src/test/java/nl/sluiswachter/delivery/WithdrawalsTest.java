package nl.sluiswachter.delivery;

import static nl.sluiswachter.delivery.World.RECEIVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.sluiswachter.consent.Change;
import nl.sluiswachter.consent.ConsentState;
import nl.sluiswachter.party.PushEndpoint;
import nl.sluiswachter.transferlog.ConsentWithdrawnMeanwhile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class WithdrawalsTest {

    private final World world = new World();
    private final UUID consent = world.consent();

    @Test
    void stopsQueuedMessagesThatRestedOnTheConsentAndNoOthers() {
        UUID one = world.queue(RECEIVER, world.consent(), consent);
        UUID two = world.queue(RECEIVER, consent);
        UUID unrelated = world.queue(RECEIVER, world.consent());

        assertThat(world.withdraw(consent)).isEqualTo(2);

        assertThat(world.state(one)).isEqualTo(DeliveryState.STOPPED);
        assertThat(world.hasPayload(one)).isFalse();
        assertThat(world.log.of(two)).containsExactly("DELIVERY_STOPPED {attempts=0, reason=CONSENT_WITHDRAWN}");
        assertThat(world.inbox.read(RECEIVER, two)).isEqualTo(new Reading.NotFound());
        assertThat(world.state(unrelated)).isEqualTo(DeliveryState.QUEUED);
        assertThat(world.hasPayload(unrelated)).isTrue();
    }

    @Test
    void isUndoneWithTheCallersTransaction() {
        UUID id = world.queue(RECEIVER, consent);

        world.transaction.executeWithoutResult(status -> {
            world.withdrawals.ended(consent, ConsentState.WITHDRAWN, world.clock.instant());
            status.setRollbackOnly();
        });

        assertThat(world.state(id)).isEqualTo(DeliveryState.QUEUED);
        assertThat(world.hasPayload(id)).isTrue();
        assertThat(world.counted("stopped")).isZero();
    }

    @Test
    void neitherRecallsNorHandsOutAgainWhatTheReceiverHas() {
        UUID id = world.queue(RECEIVER, consent);
        world.inbox.read(RECEIVER, id);

        assertThat(world.withdraw(consent)).isZero();

        assertThat(world.state(id)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(world.inbox.read(RECEIVER, id)).isEqualTo(new Reading.NotFound());
        assertThat(world.inbox.list(RECEIVER, Optional.empty(), 25).messages()).isEmpty();
        assertThat(world.inbox.acknowledge(RECEIVER, id, Acknowledgement.ACCEPTED))
                .isInstanceOf(Settling.Settled.class);
    }

    @Test
    void winsFromAPushThatWasClaimedButNotSent() {
        Claim claim = claimOf(queueForPush());

        world.withdraw(consent);

        assertThat(world.dispatch.open(claim)).isEmpty();
    }

    @Test
    void doesNotHideThatAMessageWasOnItsWayAlready() {
        UUID id = queueForPush();
        Claim claim = claimOf(id);
        assertThat(world.dispatch.open(claim)).isPresent();

        world.withdraw(consent);
        world.dispatch.taken(claim, Optional.empty());

        assertThat(world.state(id)).isEqualTo(DeliveryState.STOPPED);
        assertThat(world.deliveries.status(id).orElseThrow().deliveredAt()).isPresent();
        assertThat(world.log.of(id))
                .containsExactly(
                        "DELIVERY_STOPPED {attempts=1, reason=CONSENT_WITHDRAWN}",
                        "DELIVERED {channel=PUSH, note=STOPPED_WHILE_SENDING}");
    }

    @Test
    void refusesToQueueWhatWasWithdrawnSinceTheDecision() {
        world.withdrawAll(consent, world.clock.instant());

        assertThatThrownBy(() -> world.queue(RECEIVER, world.consent(), consent))
                .isInstanceOf(ConsentWithdrawnMeanwhile.class);
    }

    @Test
    void waitsForAMessageThatIsBeingQueuedAndStopsIt() throws Exception {
        UUID id = UUID.randomUUID();
        CompletableFuture<Change> withdrawal = new CompletableFuture<>();

        world.transaction.executeWithoutResult(status -> {
            world.enqueue(world.outgoing(id, RECEIVER, consent));
            withdrawal.completeAsync(() -> world.withdrawAll(consent, world.clock.instant()));
            waitUntilSomebodyWaitsForTheConsent();
        });

        withdrawal.get(10, TimeUnit.SECONDS);
        assertThat(world.state(id)).isEqualTo(DeliveryState.STOPPED);
        assertThat(world.hasPayload(id)).isFalse();
    }

    private void waitUntilSomebodyWaitsForTheConsent() {
        String waiting = "select count(*) from pg_locks where locktype = 'advisory' and not granted"
                + " and database = (select oid from pg_database where datname = current_database())";
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> world.owner.sql(waiting).query(Long.class).single() == 1);
    }

    private UUID queueForPush() {
        world.pushTo(RECEIVER, new PushEndpoint(URI.create("https://receiver.example/inbox"), "trust"));
        return world.queue(RECEIVER, consent);
    }

    private Claim claimOf(UUID id) {
        return world.queue.claim(world.clock.instant(), world.clock.instant().plus(World.LEASE), 10).stream()
                .filter(claim -> claim.transferId().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
