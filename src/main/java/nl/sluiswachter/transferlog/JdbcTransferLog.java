package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.crypto.Sha256;
import nl.sluiswachter.transfer.Decided;
import nl.sluiswachter.transfer.Decision;
import nl.sluiswachter.transfer.Explanation;
import nl.sluiswachter.transfer.IdempotencyKey;
import nl.sluiswachter.transfer.ImageOf;
import nl.sluiswachter.transfer.Nature;
import nl.sluiswachter.transfer.Submitted;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/** The transfer log in PostgreSQL. */
public final class JdbcTransferLog implements TransferLog {

    private static final int PERMITTED = 202;
    private static final int DRY_RUN = 200;
    private static final int REFUSED = 403;

    private final LogTable log;
    private final IdempotencyTable idempotency;
    private final ReceiptTable receiptTable;
    private final JdbcDecisionImages images;
    private final Outbox outbox;
    private final Receipts receipts;
    private final TransactionOperations transactions;
    private final IdSource ids;
    private final Clock clock;

    JdbcTransferLog(
            LogTable log,
            IdempotencyTable idempotency,
            ReceiptTable receiptTable,
            JdbcDecisionImages images,
            Outbox outbox,
            Receipts receipts,
            TransactionOperations transactions,
            IdSource ids,
            Clock clock) {
        this.log = log;
        this.idempotency = idempotency;
        this.receiptTable = receiptTable;
        this.images = images;
        this.outbox = outbox;
        this.receipts = receipts;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Recorded record(Decided decided) {
        try {
            return transactions.execute(status -> write(decided));
        } catch (DuplicateKeyException e) {
            throw decided.submitted()
                    .once()
                    .flatMap(key -> earlier(decided.submitted().sender().oin(), key))
                    .<RuntimeException>map(AlreadyAnswered::new)
                    .orElse(e);
        }
    }

    private Recorded write(Decided decided) {
        UUID entryId = ids.next();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        DecisionEntry content = new DecisionEntry(decided);
        byte[] entry = CanonicalJson.bytes(content.toJson(entryId, now));
        byte[] hash = Sha256.of(entry);
        String receipt = receipts.sign(decided, hash, now);
        ObjectNode answer = new Explanation(decided).toJson().put("receipt", receipt);

        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        decided.submitted().once().ifPresent(key -> idempotency.insert(decided, key, status(decided), answer, at));
        log.insert(row(entryId, at, content, decided), entry, hash);
        if (decided.submitted().isCanary()) {
            forbidDelivery(decided);
        } else {
            keep(decided, entryId, receipt, at);
        }
        return new Recorded(decided, answer);
    }

    /** What a transfer leaves besides its entry. */
    private void keep(Decided decided, UUID entryId, String receipt, OffsetDateTime at) {
        decided.identities()
                .forEach((person, identity) -> identity.keys().forEach(key -> log.insertSubject(entryId, person, key)));
        receiptTable.insert(decided.submitted().transferId(), receipt, at);
        remember(decided, at);
        decided.outgoing().ifPresent(outbox::enqueue);
    }

    /** A canary is about nobody and goes to nobody: it leaves its entry and nothing else. */
    private static void forbidDelivery(Decided decided) {
        if (decided.outgoing().isPresent()) {
            throw new IllegalStateException("A canary is never delivered");
        }
    }

    /** Not of a canary, which is nobody's message, nor of a dry run, which anybody can ask for any number of times. */
    private void remember(Decided decided, OffsetDateTime at) {
        Submitted submitted = decided.submitted();
        if (submitted.nature() == Nature.TRANSFER) {
            images.insert(submitted.transferId(), submitted.catalogue().version(), ImageOf.decision(decided), at);
        }
    }

    private static LogTable.Row row(UUID entryId, OffsetDateTime at, DecisionEntry content, Decided decided) {
        String reason = decided.decision() instanceof Decision.Deny deny
                ? deny.reasons().get(0).code().name()
                : null;
        return new LogTable.Row(
                entryId,
                at,
                content.kind(),
                decided.submitted().transferId(),
                decided.submitted().sender().oin().value(),
                decided.submitted().receiver().map(party -> party.oin().value()).orElse(null),
                decided.submitted().type().id(),
                decided.isPermit() ? "PERMIT" : "DENY",
                reason);
    }

    /** The HTTP status that belongs to a decision: a permit is accepted, a dry run is complete, a refusal is forbidden. */
    public static int status(Decided decided) {
        if (!decided.isPermit()) {
            return REFUSED;
        }
        return decided.submitted().dryRun() ? DRY_RUN : PERMITTED;
    }

    @Override
    public Optional<EarlierAnswer> earlier(Oin sender, IdempotencyKey key) {
        return idempotency.find(sender, key);
    }

    @Override
    public Optional<LoggedTransfer> find(UUID transferId) {
        return log.findDecision(transferId);
    }

    @Override
    public boolean hasCanary(UUID canaryId) {
        return log.hasCanary(canaryId);
    }

    @Override
    public Optional<String> receipt(UUID transferId) {
        return receiptTable.find(transferId);
    }
}
