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
 * @param outcome PERMIT or DENY
 * @param reason the first code of a refusal
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
    }

    /** About any transfers. */
    public LogFilter(
            SubjectIdentity subject,
            Optional<UUID> caseKey,
            Optional<UUID> transferId,
            Optional<UUID> trace,
            Optional<Oin> party,
            Optional<String> exchangeType,
            Optional<String> outcome,
            Optional<String> reason,
            Optional<String> article,
            Optional<String> policyVersion,
            Optional<Instant> from,
            Optional<Instant> until,
            Set<LogKind> kinds) {
        this(
                subject,
                caseKey,
                transferId,
                trace,
                party,
                exchangeType,
                outcome,
                reason,
                article,
                policyVersion,
                from,
                until,
                kinds,
                Optional.empty());
    }

    /** The same, about these transfers only. */
    public LogFilter among(Set<UUID> transfers) {
        return new LogFilter(
                subject,
                caseKey,
                transferId,
                trace,
                party,
                exchangeType,
                outcome,
                reason,
                article,
                policyVersion,
                from,
                until,
                kinds,
                Optional.of(Set.copyOf(transfers)));
    }

    /** All of these kinds about one transfer. */
    public static LogFilter ofTransfer(UUID id, Set<LogKind> kinds) {
        return of(Optional.of(id), kinds);
    }

    /** All of one kind. */
    public static LogFilter ofKind(LogKind kind) {
        return of(Optional.empty(), Set.of(kind));
    }

    private static LogFilter of(Optional<UUID> transferId, Set<LogKind> kinds) {
        return new LogFilter(
                SubjectIdentity.UNKNOWN,
                Optional.empty(),
                transferId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                kinds);
    }

    /** What no index tells. */
    boolean fits(Found found) {
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
}
