package nl.sluiswachter.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Period;
import java.util.List;
import java.util.Set;
import nl.sluiswachter.party.Capacity;

/**
 * What the law lets two capacities exchange, and for what.
 *
 * @param law the law under which the receiver uses the data: column of the re-use matrix
 * @param articles the legal basis, most specific first
 * @param avgGrounds limbs of AVG art. 6 and 9
 * @param nativeOrigins origins that need no crossing for this type
 * @param objectable whether an objection or restriction (AVG art. 21, 18) stops it
 * @param retentionSender how long the sender keeps it; null where no term was found
 */
public record ExchangeType(
        String id,
        Text title,
        Text explanation,
        String purpose,
        Origin law,
        @JsonProperty(required = true) List<String> articles,
        List<String> avgGrounds,
        @JsonProperty(required = true) Set<Capacity> senders,
        @JsonProperty(required = true) Set<Capacity> receivers,
        @JsonProperty(required = true) Set<Origin> nativeOrigins,
        @JsonProperty(required = true) ConsentRule consent,
        @JsonProperty(required = true) SecrecyRule secrecy,
        BsnRight bsn,
        @JsonProperty(required = true) boolean objectable,
        @JsonProperty(required = true) List<PreconditionRule> preconditions,
        @JsonProperty(required = true) Fields fields,
        @JsonProperty(required = true) List<ObligationRule> obligations,
        Period retentionSender,
        Period retentionReceiver,
        List<String> urgency) {

    public ExchangeType {
        articles = List.copyOf(articles);
        avgGrounds = List.copyOf(avgGrounds);
        senders = Set.copyOf(senders);
        receivers = Set.copyOf(receivers);
        nativeOrigins = Set.copyOf(nativeOrigins);
        preconditions = List.copyOf(preconditions);
        obligations = List.copyOf(obligations);
        urgency = List.copyOf(urgency);
    }

    /** The most specific article: cited where a finding has none of its own. */
    public String article() {
        return articles.get(0);
    }
}
