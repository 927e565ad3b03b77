package nl.sluiswachter.transferlog.search;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.transferlog.LogKind;

/**
 * What an entry must be to be shown.
 *
 * @param subject about this person; anybody when unknown
 * @param caseKey the case reference, blinded
 * @param trace trace id as a UUID
 * @param party that sent it, was to receive it, or did it
 * @param sender that sent it or did it
 * @param receiver that was to receive it
 * @param outcome PERMIT or DENY
 * @param reason a code of a refusal, the first or another
 * @param article that a finding rests on
 * @param policyVersion by which it was decided
 * @param from not before this moment
 * @param until earlier than this moment
 * @param kinds any of these; all but canaries when empty
 * @param among about any of these transfers; at most some thousand
 */
public record LogFilter(
        SubjectIdentity subject,
        Optional<UUID> caseKey,
        Optional<UUID> transferId,
        Optional<UUID> trace,
        Optional<Oin> party,
        Optional<Oin> sender,
        Optional<Oin> receiver,
        Optional<String> exchangeType,
        Optional<String> outcome,
        Optional<String> reason,
        Optional<String> article,
        Optional<String> policyVersion,
        Optional<Instant> from,
        Optional<Instant> until,
        Set<LogKind> kinds,
        Optional<Set<UUID>> among) {

    public LogFilter {
        kinds = Set.copyOf(kinds);
        among = among.map(Set::copyOf);
    }

    /** All of these kinds about one transfer. */
    public static LogFilter ofTransfer(UUID id, Set<LogKind> kinds) {
        return builder().transferId(Optional.of(id)).kinds(kinds).build();
    }

    /** All of one kind. */
    public static LogFilter ofKind(LogKind kind) {
        return builder().kinds(Set.of(kind)).build();
    }

    /** To say what an entry must be, one thing after the other; what is not said may be anything. */
    public static Builder builder() {
        return new Builder();
    }

    /** What no index tells. One that was damaged may be any: whoever searches comes across it, and nobody leaves it out unseen. */
    boolean fits(Found found) {
        return found.isDamaged() || says(found);
    }

    private boolean says(Found found) {
        return policyVersion.stream().allMatch(version -> found.text("policyVersion").stream()
                        .anyMatch(version::equals))
                && article.stream().allMatch(cited -> cites(found, cited));
    }

    private static boolean cites(Found found, String article) {
        for (String list : Set.of("findings", "removed", "obligations")) {
            if (found.entry().path(list).findValuesAsText("article").contains(article)) {
                return true;
            }
        }
        return false;
    }

    /** A filter that is being put together; its parts are those of the filter. */
    public static final class Builder {

        private SubjectIdentity subject = SubjectIdentity.UNKNOWN;
        private Optional<UUID> caseKey = Optional.empty();
        private Optional<UUID> transferId = Optional.empty();
        private Optional<UUID> trace = Optional.empty();
        private Optional<Oin> party = Optional.empty();
        private Optional<Oin> sender = Optional.empty();
        private Optional<Oin> receiver = Optional.empty();
        private Optional<String> exchangeType = Optional.empty();
        private Optional<String> outcome = Optional.empty();
        private Optional<String> reason = Optional.empty();
        private Optional<String> article = Optional.empty();
        private Optional<String> policyVersion = Optional.empty();
        private Optional<Instant> from = Optional.empty();
        private Optional<Instant> until = Optional.empty();
        private Set<LogKind> kinds = Set.of();
        private Optional<Set<UUID>> among = Optional.empty();

        private Builder() {}

        public Builder subject(SubjectIdentity value) {
            subject = value;
            return this;
        }

        public Builder caseKey(Optional<UUID> value) {
            caseKey = value;
            return this;
        }

        public Builder transferId(Optional<UUID> value) {
            transferId = value;
            return this;
        }

        public Builder trace(Optional<UUID> value) {
            trace = value;
            return this;
        }

        public Builder party(Optional<Oin> value) {
            party = value;
            return this;
        }

        public Builder sender(Optional<Oin> value) {
            sender = value;
            return this;
        }

        public Builder receiver(Optional<Oin> value) {
            receiver = value;
            return this;
        }

        public Builder exchangeType(Optional<String> value) {
            exchangeType = value;
            return this;
        }

        public Builder outcome(Optional<String> value) {
            outcome = value;
            return this;
        }

        public Builder reason(Optional<String> value) {
            reason = value;
            return this;
        }

        public Builder article(Optional<String> value) {
            article = value;
            return this;
        }

        public Builder policyVersion(Optional<String> value) {
            policyVersion = value;
            return this;
        }

        public Builder from(Optional<Instant> value) {
            from = value;
            return this;
        }

        public Builder until(Optional<Instant> value) {
            until = value;
            return this;
        }

        public Builder kinds(Set<LogKind> value) {
            kinds = value;
            return this;
        }

        public Builder among(Optional<Set<UUID>> value) {
            among = value;
            return this;
        }

        /** The filter as far as it was put together. */
        public LogFilter build() {
            return new LogFilter(
                    subject,
                    caseKey,
                    transferId,
                    trace,
                    party,
                    sender,
                    receiver,
                    exchangeType,
                    outcome,
                    reason,
                    article,
                    policyVersion,
                    from,
                    until,
                    kinds,
                    among);
        }
    }
}
