package nl.sluiswachter.transfer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.CapacityRule;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.FieldRule;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.catalogue.ToldByResident;
import nl.sluiswachter.kernel.Days;
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
 * @param transaction of Federated Service Connectivity, where the sender named one
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
        Optional<UUID> transaction,
        Language language,
        Duration patience) {

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
                Optional.empty(),
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
        return Days.of(receivedAt);
    }

    /**
     * Under which laws the field was obtained, as the sender's capacity has it. Where a sender is not believed that the
     * resident told it for this purpose, the laws under which the sender works count too.
     */
    public Set<Origin> originsOf(Person person, String path) {
        CapacityRule sender = catalogue.capacities().get(message.senderCapacity());
        Set<Origin> stated = person.originsOf(path);
        if (sender == null) {
            return stated;
        }
        Stream<Origin> own = stated.contains(Origin.RESIDENT) && !isBelieved(person, path)
                ? sender.actsUnder().stream()
                : Stream.empty();
        return Stream.concat(stated.stream().map(sender::read), own).collect(Collectors.toUnmodifiableSet());
    }

    private boolean isBelieved(Person person, String path) {
        return rule.toldByResident() == ToldByResident.ALL || accompanies(person, path);
    }

    /** Whether the field only says who or which case it is about; also what identifies the person instead of a BSN. */
    boolean accompanies(Person person, String path) {
        FieldRule field = catalogue.fields().get(path);
        return field != null && field.accompanies() || FallbackIdentity.isNeeded(this, person, path);
    }
}
