package nl.sluiswachter.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.TraceContext;
import nl.sluiswachter.kernel.crypto.Sha256;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.transfer.IdempotencyKey;
import nl.sluiswachter.transfer.Message;
import nl.sluiswachter.transfer.Nature;
import nl.sluiswachter.transfer.Submitted;
import nl.sluiswachter.transferlog.AlreadyAnswered;
import nl.sluiswachter.transferlog.TransferLog;
import org.apache.camel.Exchange;

/** First step of the path: a call of an identified party becomes a submitted message, or a problem. */
public final class TransferIntake {

    static final String TRANSFER = "POST /v1/transfers";

    private final IdempotencyKeys keys;
    private final TransferLog log;
    private final ActiveCatalogue catalogue;
    private final Parties parties;
    private final GatewaySettings.Limits limits;
    private final IdSource ids;
    private final Clock clock;

    TransferIntake(
            IdempotencyKeys keys,
            TransferLog log,
            ActiveCatalogue catalogue,
            Parties parties,
            GatewaySettings.Limits limits,
            IdSource ids,
            Clock clock) {
        this.keys = keys;
        this.log = log;
        this.catalogue = catalogue;
        this.parties = parties;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The message of this part of the call, well-formed.
     *
     * @throws ProblemException 400 for what the contract does not allow
     * @throws AlreadyAnswered when the same key was used before
     */
    public Submitted receive(Part part, Exchange exchange) {
        Edge.begin(part, exchange);
        Optional<IdempotencyKey> once = keys.of(part.request(), part.position());
        once.flatMap(key -> log.earlier(part.request().caller().oin(), key)).ifPresent(earlier -> {
            throw new AlreadyAnswered(earlier);
        });
        Catalogue law = catalogue.current();
        MessageReader reader = new MessageReader(law, limits, part.message());
        Message message = reader.message();
        return submitted(part, once, law, reader.type(), message, Edge.transaction(exchange));
    }

    private Submitted submitted(
            Part part,
            Optional<IdempotencyKey> once,
            Catalogue law,
            ExchangeType type,
            Message message,
            Optional<UUID> transaction) {
        Request request = part.request();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Submitted(
                ids.next(),
                now,
                request.call().equals(TRANSFER) ? Nature.TRANSFER : Nature.DRY_RUN,
                request.caller(),
                parties.find(message.receiver()),
                law,
                type,
                type.rule(message.senderCapacity(), message.receiverCapacity(), message.purpose()),
                message,
                Sha256.hex(request.body()),
                once,
                TraceContext.continuing(request.header("traceparent")),
                transaction,
                Preferences.language(request.header("accept-language")),
                part.isListed() ? Duration.ZERO : Preferences.patience(request.header("prefer"), limits.longestWait()));
    }
}
