package nl.sluiswachter.transfer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluiswachter.catalogue.CapacityRule;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.kernel.TraceContext;
import nl.sluiswachter.party.Party;

/**
 * A well-formed message of an identified party: the start of the path.
 *
 * @param sender from the certificate, never from the message
 * @param receiver as registered; empty when nobody is registered under the OIN
 * @param catalogue the version by which the whole decision is taken
 * @param rule the one of the type for this pair and purpose, or the nearest
 * @param requestDigest SHA-256 over the body, lowercase hex
 * @param once recognises the same request again; empty when no key was given (dry run only)
 * @param patience how long the sender wants to wait for delivery
 */
public record Submitted(
        UUID transferId,
        Instant receivedAt,
        Nature nature,
        Party sender,
        Optional<Party> receiver,
        Catalogue catalogue,
        ExchangeType type,
        ExchangeRule rule,
        Message message,
        String requestDigest,
        Optional<IdempotencyKey> once,
        TraceContext trace,
        Language language,
        Duration patience) {

    /** Terms of law are counted in Dutch days. */
    private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");

    /**
     * A message that the gateway sends itself, to see it refused: to nobody, under no key, and nobody waits for it.
     *
     * @param sender in no register
     */
    public static Submitted canary(
            UUID id,
            Instant at,
            Party sender,
            Catalogue catalogue,
            ExchangeType type,
            ExchangeRule rule,
            Message message) {
        return new Submitted(
                id,
                at,
                Nature.CANARY,
                sender,
                Optional.empty(),
                catalogue,
                type,
                rule,
                message,
                "",
                Optional.empty(),
                TraceContext.continuing(Optional.empty()),
                Language.NL,
                Duration.ZERO);
    }

    /** Whether it only asks. */
    public boolean dryRun() {
        return nature == Nature.DRY_RUN;
    }

    /** Whether it is the gateway's own. */
    public boolean isCanary() {
        return nature == Nature.CANARY;
    }

    /** The day on which the law is read. */
    public LocalDate day() {
        return LocalDate.ofInstant(receivedAt, NETHERLANDS);
    }

    /** Under which laws the field was obtained, as the sender's capacity has it. */
    public Set<Origin> originsOf(Person person, String path) {
        CapacityRule sender = catalogue.capacities().get(message.senderCapacity());
        return person.originsOf(path).stream()
                .map(origin -> sender == null ? origin : sender.read(origin))
                .collect(Collectors.toUnmodifiableSet());
    }
}
