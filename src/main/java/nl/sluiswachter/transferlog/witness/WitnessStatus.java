package nl.sluiswachter.transferlog.witness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each witness said last. Of all instances together, since any of them asks. */
public final class WitnessStatus {

    /** By which the clock of a witness may be ahead of ours. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final List<Witness> witnesses;
    private final int quorum;
    private final Duration fresh;
    private final CosignatureTable cosignatures;
    private final WitnessTable table;
    private final Clock clock;

    /** @param fresh how old a cosignature may be to count */
    WitnessStatus(List<Witness> witnesses, int quorum, Duration fresh, JdbcClient jdbc, Clock clock) {
        this.witnesses = List.copyOf(witnesses);
        this.quorum = quorum;
        this.fresh = fresh;
        this.cosignatures = new CosignatureTable(jdbc);
        this.table = new WitnessTable(jdbc);
        this.clock = clock;
    }

    /**
     * One witness.
     *
     * @param name of its key
     * @param age of its last cosignature; empty when there is none
     * @param failure why it did not cosign when it was asked last; empty when it did
     */
    public record OfOne(String name, Optional<Duration> age, Optional<String> failure) {}

    /** Every witness, in the order of the settings. */
    public List<OfOne> all() {
        return witnesses.stream()
                .map(one -> new OfOne(one.name(), age(one), table.failure(one.id())))
                .toList();
    }

    /** Whether enough witnesses cosigned lately; also where none is asked to. */
    public boolean isWitnessed() {
        long lately = witnesses.stream()
                .map(this::age)
                .filter(age -> age.isPresent() && age.get().compareTo(fresh) <= 0)
                .count();
        return witnesses.isEmpty() || lately >= quorum;
    }

    /** How often a witness saw another log under our name. */
    public long alarms() {
        return table.alarms();
    }

    Optional<Duration> age(Witness witness) {
        Instant now = clock.instant();
        return cosignatures
                .last(witness.id(), now.plus(SKEW))
                .map(at -> at.isAfter(now) ? Duration.ZERO : Duration.between(at, now));
    }
}
