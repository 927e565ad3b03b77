package nl.sluiswachter.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.sluiswachter.party.Capacity;

/**
 * What the law says about one exchange type between certain senders and certain receivers. Most types have one rule for
 * all; where the law differs per pair, each pair has its own.
 *
 * @param purpose the purpose that a message must state
 * @param law the law under which the receiver uses the data: column of the re-use matrix
 * @param articles the legal basis, most specific first
 * @param avgGrounds limbs of AVG art. 6 and 9
 * @param nativeOrigins origins that need no crossing
 * @param toldByResident of which fields origin RESIDENT is believed; all unless stated
 * @param objectable whether an objection or restriction (AVG art. 21, 18) stops it
 * @param household about whom besides the subject data may go
 * @param retentionSender how long the sender keeps it
 */
public record ExchangeRule(
        Set<Capacity> senders,
        Set<Capacity> receivers,
        String purpose,
        Origin law,
        List<String> articles,
        List<String> avgGrounds,
        Set<Origin> nativeOrigins,
        ToldByResident toldByResident,
        ConsentRule consent,
        SecrecyRule secrecy,
        BsnRight bsn,
        @JsonProperty(required = true) boolean objectable,
        List<PreconditionRule> preconditions,
        Fields fields,
        Household household,
        List<ObligationRule> obligations,
        Retention retentionSender,
        Retention retentionReceiver,
        Set<Urgency> urgency) {

    public ExchangeRule {
        senders = Set.copyOf(required("senders", senders));
        receivers = Set.copyOf(required("receivers", receivers));
        articles = List.copyOf(required("articles", articles));
        avgGrounds = List.copyOf(required("avgGrounds", avgGrounds));
        nativeOrigins = Set.copyOf(required("nativeOrigins", nativeOrigins));
        toldByResident = toldByResident == null ? ToldByResident.ALL : toldByResident;
        preconditions = List.copyOf(required("preconditions", preconditions));
        obligations = List.copyOf(required("obligations", obligations));
        urgency = Set.copyOf(required("urgency", urgency));
        retentionSender = retentionSender == null ? Retention.NOT_STATED : retentionSender;
        retentionReceiver = retentionReceiver == null ? Retention.NOT_STATED : retentionReceiver;
        required("consent", consent);
        required("secrecy", secrecy);
        required("fields", fields);
    }

    /** The most specific article: cited where a finding has none of its own. */
    public String article() {
        return articles.get(0);
    }

    /** Every article on which a message under this rule rests. */
    public Stream<String> cited() {
        return Stream.of(
                        articles.stream(),
                        Stream.of(consent.article(), secrecy.article()),
                        preconditions.stream().map(PreconditionRule::article))
                .flatMap(Function.identity());
    }

    /** Whether the rule is about this sender and this receiver. */
    public boolean covers(Capacity sender, Capacity receiver) {
        return senders.contains(sender) && receivers.contains(receiver);
    }

    private static <T> T required(String member, T value) {
        if (value == null) {
            throw new IllegalArgumentException(member + " is missing");
        }
        return value;
    }
}
