package nl.sluiswachter.transfer;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * How a decision came out, without any value: what a rehearsal compares.
 *
 * @param failures code and field of each refusal, per person
 * @param removed path and code of what was left out, per person; made-up names masked
 * @param delivered paths that go, per person; empty for a refusal
 * @param duties code and last day of each obligation
 */
public record Outcome(
        boolean permit, Set<Trace> failures, Set<Trace> removed, Set<Trace> delivered, Set<String> duties) {

    public Outcome {
        failures = Set.copyOf(failures);
        removed = Set.copyOf(removed);
        delivered = Set.copyOf(delivered);
        duties = Set.copyOf(duties);
    }

    /**
     * One thing that was said about one person.
     *
     * @param person stand-in for the person's ref; empty where it is about nobody in particular
     * @param path empty where it is about no field
     * @param code empty for what is delivered
     */
    public record Trace(String person, String path, String code) {

        /** Code and path, for a list in which persons do not matter. */
        public String text() {
            return path.isEmpty() ? code : code.isEmpty() ? path : code + " " + path;
        }
    }

    /** What a catalogue says that no longer has the exchange type: such a message is no message. */
    static Outcome unknownType() {
        return new Outcome(false, Set.of(new Trace("", "", "EXCHANGE_TYPE_UNKNOWN")), Set.of(), Set.of(), Set.of());
    }

    /** @param persons stands in for a ref */
    static Outcome of(Decided decided, UnaryOperator<String> persons) {
        Set<Trace> failures = new HashSet<>();
        decided.findings().stream()
                .filter(Finding::isFailure)
                .forEach(f -> failures.add(new Trace(
                        f.person().map(persons).orElse(""),
                        f.field()
                                .map(decided.submitted().catalogue()::knownPart)
                                .orElse(""),
                        f.code().name())));
        Set<Trace> removed = new HashSet<>();
        decided.removed()
                .forEach(r -> removed.add(new Trace(
                        persons.apply(r.person()), named(r.known()), r.code().name())));
        Set<Trace> delivered = new HashSet<>();
        for (Map.Entry<String, ? extends Iterable<String>> one :
                decided.delivered().entrySet()) {
            one.getValue().forEach(path -> delivered.add(new Trace(persons.apply(one.getKey()), path, "")));
        }
        return new Outcome(decided.isPermit(), failures, removed, delivered, duties(decided));
    }

    /** A field that its sender gave no name at all. */
    private static String named(String known) {
        return known.isEmpty() ? Removal.MASKED : known;
    }

    private static Set<String> duties(Decided decided) {
        Set<String> duties = new TreeSet<>();
        if (decided.decision() instanceof Decision.Permit permit) {
            permit.obligations().forEach(o -> duties.add(o.code() + " " + o.due()));
        }
        return duties;
    }

    /** Whether something goes here that stays behind there: a field, or a member of a field. */
    public boolean deliversMoreThan(Outcome other) {
        return permit
                && (!other.permit
                        || !other.delivered.containsAll(delivered)
                        || other.removed.stream().anyMatch(this::lets));
    }

    /** Whether what was left out is not left out here, although the field that it is part of goes. */
    private boolean lets(Trace left) {
        boolean stays = removed.stream()
                .anyMatch(r -> r.person().equals(left.person()) && r.path().equals(left.path()));
        return !stays
                && delivered.stream()
                        .anyMatch(d ->
                                d.person().equals(left.person()) && left.path().startsWith(d.path() + "."));
    }
}
