package nl.sluiswachter.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.sluiswachter.party.Capacity;

/**
 * What may be exchanged in the social domain under one name.
 *
 * @param answers code of the request type that this type answers; null for none
 * @param answersOnlyToMessage whether the question must have come through the gateway too; null for yes, the cautious
 *     answer, as a question can also come by telephone
 * @param multiParty whether one message may name several receivers, each decided apart
 * @param confidentiality whether the person concerned may learn of it; normal unless stated
 * @param rules what the law says, per set of senders and receivers; they never overlap
 */
public record ExchangeType(
        String id,
        Text title,
        Text explanation,
        String answers,
        Boolean answersOnlyToMessage,
        boolean multiParty,
        Confidentiality confidentiality,
        List<ExchangeRule> rules) {

    /** What the id of a type looks like. */
    public static final String ID = "[A-Z][A-Z0-9_]{0,79}";

    public ExchangeType {
        rules = List.copyOf(rules);
        confidentiality = confidentiality == null ? Confidentiality.NORMAL : confidentiality;
    }

    /** Whether a message of this type must name the request that it answers. */
    public boolean namesItsRequest() {
        return answers != null && !Boolean.FALSE.equals(answersOnlyToMessage);
    }

    /** Everybody who can be the sender under some rule. */
    public Set<Capacity> senders() {
        return union(ExchangeRule::senders);
    }

    /** Everybody who can be the receiver under some rule. */
    public Set<Capacity> receivers() {
        return union(ExchangeRule::receivers);
    }

    /** Every purpose that a message may state, in the order of the rules. */
    public List<String> purposes() {
        return rules.stream().map(ExchangeRule::purpose).distinct().toList();
    }

    /**
     * Whether somebody who agreed to this agreed to a message of this type. A type that serves several purposes does not say
     * which one they agreed to: then the purpose must be named.
     *
     * @param types what was named; empty when the purpose says it all
     * @param named the purpose that was named
     * @param purpose of the message
     */
    public boolean isMeantBy(Set<String> types, Optional<String> named, String purpose) {
        return (types.isEmpty() || types.contains(id))
                && named.map(purpose::equals).orElse(purposes().size() == 1);
    }

    /**
     * The rule for this pair and purpose; where none fits, the nearest, so that a message is told everything that is wrong
     * with it. Whether the rule fits is for the checks to say.
     */
    public ExchangeRule rule(Capacity sender, Capacity receiver, String purpose) {
        return rules.stream()
                .max(Comparator.comparingInt(rule -> nearness(rule, sender, receiver, purpose)))
                .orElseThrow();
    }

    private static int nearness(ExchangeRule rule, Capacity sender, Capacity receiver, String purpose) {
        int pair = rule.covers(sender, receiver) ? 8 : 0;
        int one = (rule.senders().contains(sender) ? 4 : 0) + (rule.receivers().contains(receiver) ? 2 : 0);
        return pair + one + (rule.purpose().equals(purpose) ? 1 : 0);
    }

    private Set<Capacity> union(Function<ExchangeRule, Set<Capacity>> side) {
        return rules.stream().flatMap(rule -> side.apply(rule).stream()).collect(Collectors.toUnmodifiableSet());
    }
}
