package nl.sluiswachter.consent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds events to consents. Every method runs in the caller's transaction. */
final class JdbcConsentChanges {

    private final JdbcConsentTable consents;
    private final JdbcConsentEventTable table;
    private final JdbcConsentLocks locks;
    private final ConsentEvents events;
    private final WithdrawalListener withdrawals;
    private final Clock clock;

    JdbcConsentChanges(JdbcClient jdbc, ConsentEvents events, WithdrawalListener withdrawals, Clock clock) {
        this.consents = new JdbcConsentTable(jdbc);
        this.table = new JdbcConsentEventTable(jdbc);
        this.locks = new JdbcConsentLocks(jdbc);
        this.events = events;
        this.withdrawals = withdrawals;
        this.clock = clock;
    }

    /** The first event of a consent that has no other. */
    ConsentHistory begin(ConsentHistory empty, Happening first, Oin by, Instant at) {
        return append(
                empty,
                new ConsentEvent(
                        first, at, Optional.of(by), Optional.empty(), end(empty, first, at), Optional.empty()));
    }

    /** What a party reports about a consent that it may see. */
    Change apply(UUID id, Happening what, Reporter by, Instant receivedAt) {
        locks.lock(id);
        ConsentHistory current = current(id);
        if (current.events().stream().anyMatch(event -> event.what().isRepeatedBy(what))) {
            return new Change.Done(current);
        }
        ConsentState state = current.last().state();
        return what.state().mayFollow(state)
                ? new Change.Done(follow(current, what, by, receivedAt))
                : new Change.Impossible(state);
    }

    /** Writes down that the period is over, unless another node does so, or does something else to this consent. */
    boolean expire(UUID id) {
        if (!locks.tryLock(id)) {
            return false;
        }
        Optional<ConsentHistory> found = consents.byId(id);
        found.ifPresent(this::expireIfOver);
        boolean isStillDue = found.map(consent ->
                        !consent.last().state().isEnd() && !consent.last().isOverAt(now()))
                .orElse(false);
        if (!isStillDue) {
            table.forgetTerm(id);
        }
        return !isStillDue;
    }

    private ConsentHistory current(UUID id) {
        return expireIfOver(consents.byId(id).orElseThrow());
    }

    private ConsentHistory expireIfOver(ConsentHistory consent) {
        ConsentEvent last = consent.last();
        Instant now = now();
        if (!last.isOverAt(now)) {
            return consent;
        }
        stopWhatRestsOn(consent, ConsentState.EXPIRED, last.endsAt().orElseThrow());
        Instant at = later(now, last.recordedAt());
        return append(
                consent,
                new ConsentEvent(
                        Happening.expired(),
                        at,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** Messages are stopped first, so that the event can tell how long that took. */
    private ConsentHistory follow(ConsentHistory consent, Happening what, Reporter by, Instant receivedAt) {
        Optional<Integer> stopped = stopWhatRestsOn(consent, what.state(), receivedAt);
        Instant now = now();
        Optional<Stop> stop =
                stopped.map(messages -> new Stop(Duration.between(receivedAt, later(now, receivedAt)), messages));
        Instant at = later(now, consent.last().recordedAt());
        return append(
                consent,
                new ConsentEvent(what, at, Optional.of(by.party().oin()), by.officer(), end(consent, what, at), stop));
    }

    /** How many messages that was; empty when nothing could rest on it. */
    private Optional<Integer> stopWhatRestsOn(ConsentHistory consent, ConsentState end, Instant since) {
        return Optional.of(consent.last().state())
                .filter(ConsentState.GIVEN::equals)
                .map(given -> withdrawals.ended(consent.id(), end, since));
    }

    private ConsentHistory append(ConsentHistory consent, ConsentEvent event) {
        table.append(consent.id(), event);
        List<ConsentEvent> all = new ArrayList<>(consent.events());
        all.add(event);
        ConsentHistory current = consent.with(all);
        events.happened(current, event);
        return current;
    }

    /** When the state ends by itself: a consent with its period, a request also when nobody answers in time. */
    private static Optional<Instant> end(ConsentHistory consent, Happening what, Instant at) {
        Optional<Instant> period = consent.scope().validUntil();
        if (what.state() == ConsentState.REQUESTED) {
            Instant term = at.plus(ConsentRegister.ANSWER_TERM);
            return Optional.of(period.filter(term::isAfter).orElse(term));
        }
        return period.filter(until -> what.state() == ConsentState.GIVEN);
    }

    /** As exact as the database keeps it, so that an answer and a later reading agree. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Clocks of nodes differ a little; the order of the events does not. */
    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
