package nl.sluiswachter.delivery;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.sluiswachter.consent.Change;
import nl.sluiswachter.consent.ConsentDraft;
import nl.sluiswachter.consent.ConsentEvents;
import nl.sluiswachter.consent.ConsentKind;
import nl.sluiswachter.consent.ConsentRegister;
import nl.sluiswachter.consent.ConsentScope;
import nl.sluiswachter.consent.ConsentState;
import nl.sluiswachter.consent.Freedom;
import nl.sluiswachter.consent.Giver;
import nl.sluiswachter.consent.Giving;
import nl.sluiswachter.consent.Happening;
import nl.sluiswachter.consent.JdbcConsentExpiry;
import nl.sluiswachter.consent.JdbcConsents;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.kernel.TraceContext;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.kernel.crypto.PayloadCipher;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.party.JdbcParties;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PartyRef;
import nl.sluiswachter.party.PartyStatus;
import nl.sluiswachter.party.PushEndpoint;
import nl.sluiswachter.party.Side;
import nl.sluiswachter.support.MovableClock;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transfer.Outgoing;
import nl.sluiswachter.transferlog.ConsentWithdrawnMeanwhile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivery as it is put together for real, with the rights of the running gateway. All worlds share one database, which
 * each finds empty: making a database takes longer than any test here.
 */
final class World {

    private static final TestDatabase DATABASE = TestDatabase.create();

    static final Oin SENDER = new Oin("00000099000000001001");
    static final Oin RECEIVER = new Oin("00000099000000002001");
    static final Oin OTHER = new Oin("00000099000000002002");
    static final Party MUNICIPALITY =
            new Party(SENDER, "Example", Side.MUNICIPALITY, PartyStatus.ACTIVE, Set.of(), List.of(), Optional.empty());
    static final String CONTENT = "{\"persons\":[{\"ref\":\"p1\",\"data\":{\"identity\":{\"bsn\":\"999993653\"}}}]}";
    static final TraceContext TRACE = TraceContext.continuing(Optional.empty());
    static final Duration KEEP = Duration.ofHours(72);
    static final Duration LEASE = Duration.ofSeconds(60);
    static final Duration FIRST_RETRY = Duration.ofSeconds(5);

    final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T12:00:00Z"));
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final JdbcClient owner = JdbcClient.create(DATABASE.asOwner());
    final TransactionTemplate transaction;
    final Parties parties;
    final TableLog log;
    final DeliveryTable deliveries;
    final PayloadTable payloads;
    final PushQueue queue;
    final PushPauses pauses;
    final Settlements settlements;
    final ConsentRegister consents;
    final JdbcConsentExpiry consentExpiry;
    final JdbcOutbox outbox;
    final Inbox inbox;
    final Withdrawals withdrawals;
    final Expiry expiry;
    final Dispatch dispatch;

    private final IdSource ids = new UuidV7(Clock.systemUTC());

    World() {
        Stream.of("payload", "delivery", "push_pause", "party_key", "party")
                .forEach(table -> owner.sql("delete from " + table).update());
        DataSource source = DATABASE.asApplication();
        JdbcClient jdbc = JdbcClient.create(source);
        JdbcTransactionManager transactions = new JdbcTransactionManager(source);
        transaction = new TransactionTemplate(transactions);
        parties = new JdbcParties(jdbc);
        log = new TableLog(jdbc, clock);
        deliveries = new DeliveryTable(jdbc);
        payloads = new PayloadTable(jdbc, new PayloadCipher(new byte[32]));
        queue = new PushQueue(jdbc);
        pauses = new PushPauses(jdbc, FIRST_RETRY.multipliedBy(3));
        DeliveryMetrics metrics = new DeliveryMetrics(meters);
        metrics.watch(queue, clock);
        DeliveryLog told = new DeliveryLog(log, metrics);
        settlements = new Settlements(deliveries, payloads, told, clock);
        inbox = new Inbox(deliveries, payloads, settlements, told, transaction, clock);
        withdrawals = new Withdrawals(deliveries, payloads, told, metrics, clock);
        ConsentEvents unlogged = (consent, event) -> {};
        consents = new JdbcConsents(jdbc, transactions, unlogged, withdrawals, ids, clock);
        consentExpiry = new JdbcConsentExpiry(jdbc, transactions, unlogged, withdrawals, clock);
        outbox = new JdbcOutbox(new ParcelTable(jdbc), payloads, consents, parties, clock, KEEP);
        expiry = new Expiry(deliveries, payloads, told, transaction, clock);
        dispatch = new Dispatch(
                queue,
                deliveries,
                payloads,
                pauses,
                settlements,
                told,
                transaction,
                new RetrySchedule(FIRST_RETRY, Duration.ofMinutes(15), () -> 0),
                clock,
                LEASE);
    }

    Courier courier(PushClient client) {
        return new Courier(queue, dispatch, parties, client, clock, LEASE, 16);
    }

    /** Registers a receiver that is pushed to. */
    void pushTo(Oin oin, PushEndpoint endpoint) {
        parties.save(party(oin, PartyStatus.ACTIVE, Optional.of(endpoint)));
    }

    static Party party(Oin oin, PartyStatus status, Optional<PushEndpoint> push) {
        return new Party(oin, "Example", Side.PARTNER, status, Set.of(new Capacity("WMO_AANBIEDER")), List.of(), push);
    }

    UUID queue(Oin receiver, UUID... consents) {
        UUID id = ids.next();
        transaction.executeWithoutResult(status -> enqueue(outgoing(id, receiver, consents)));
        return id;
    }

    /** As the log does it: in a transaction, and only while its consents are given. */
    void enqueue(Outgoing outgoing) {
        if (!outbox.holdGiven(outgoing.consents()).containsAll(outgoing.consents())) {
            throw new ConsentWithdrawnMeanwhile();
        }
        outbox.enqueue(List.of(outbox.prepare(outgoing)));
    }

    Outgoing outgoing(UUID id, Oin receiver, UUID... consents) {
        return new Outgoing(
                id,
                clock.instant(),
                "WMO_ALLOCATION",
                "DELIVER_PROVISION",
                SENDER,
                new Capacity("GEMEENTE_WMO"),
                receiver,
                new Capacity("WMO_AANBIEDER"),
                CONTENT.getBytes(StandardCharsets.UTF_8),
                List.of(consents),
                TRACE);
    }

    /** A consent in the register, different from every other. */
    UUID consent() {
        return consent(Optional.empty());
    }

    /** The same, for a period. */
    UUID consent(Optional<Instant> validUntil) {
        ConsentScope scope = new ConsentScope(
                ConsentKind.PROCESSING,
                Set.of("WMO_ALLOCATION"),
                Optional.empty(),
                Optional.empty(),
                List.of(new PartyRef.ByOin(RECEIVER)),
                List.of("health"),
                validUntil);
        Giving giving = new Giving(Optional.empty(), clock.instant(), new Freedom(true, true, true, true));
        ConsentDraft draft = new ConsentDraft(
                new SubjectIdentity(Optional.of(new SubjectKey(ids.next())), Optional.empty()),
                Optional.empty(),
                scope,
                Happening.given(
                        new Giver(Giver.Relation.SELF, Optional.empty()), giving, Optional.empty(), Optional.empty()));
        return consents.register(draft, MUNICIPALITY).orElseThrow().consent().id();
    }

    /** The whole withdrawal, received at that moment. */
    Change withdrawAll(UUID consent, Instant receivedAt) {
        Happening withdrawn = Happening.withdrawn(Optional.empty(), Optional.empty(), Optional.empty());
        return consents.change(consent, withdrawn, MUNICIPALITY, receivedAt);
    }

    int withdraw(UUID consent) {
        Integer stopped = transaction.execute(status -> withdrawals.stop(consent, ConsentState.WITHDRAWN));
        return stopped == null ? -1 : stopped;
    }

    DeliveryState state(UUID id) {
        return deliveries.status(id).orElseThrow().state();
    }

    boolean hasPayload(UUID id) {
        return owner.sql("select count(*) from payload where transfer_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                == 1;
    }

    double counted(String outcome) {
        return meters.counter("sluiswachter.deliveries", "outcome", outcome).count();
    }
}
