package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.transfer.Decided;
import nl.sluiswachter.transfer.Decision;
import nl.sluiswachter.transfer.Explanation;
import nl.sluiswachter.transfer.IdempotencyKey;
import nl.sluiswachter.transfer.ImageOf;
import nl.sluiswachter.transfer.Nature;
import nl.sluiswachter.transfer.Submitted;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.transaction.TransactionException;

/** The transfer log in PostgreSQL. */
public final class JdbcTransferLog implements TransferLog {

    private static final int PERMITTED = 202;
    private static final int DRY_RUN = 200;
    private static final int REFUSED = 403;

    private final LogTables tables;
    private final Committer committer;
    private final Outbox outbox;
    private final Receipts receipts;
    private final SubjectKeys keys;
    private final IdSource ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    JdbcTransferLog(
            LogTables tables,
            Committer committer,
            Outbox outbox,
            Receipts receipts,
            SubjectKeys keys,
            IdSource ids,
            Clock clock) {
        this.tables = tables;
        this.committer = committer;
        this.outbox = outbox;
        this.receipts = receipts;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Recorded record(Decided decided) {
        forbidDeliveryOfCanaries(decided);
        UUID entryId = ids.next();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<byte[]> seed =
                decided.submitted().isCanary() ? Optional.empty() : Optional.of(Commitments.seed(random));
        DecisionEntry entry = new DecisionEntry(
                decided, seed.map(bytes -> new Commitments(bytes).ofCase(caseKey(decided.submitted()))));
        Content content = Content.of(CanonicalJson.bytes(entry.toJson(entryId, now)));
        Optional<String> receipt = receipt(decided, content, now);
        ObjectNode answer = new Explanation(decided).toJson();
        receipt.ifPresent(signed -> answer.put("receipt", signed));
        EntryRow row = row(entryId, now, entry.kind(), decided, seed, content);
        return switch (append(appending(decided, row, receipt, answer))) {
            case WRITTEN -> new Recorded(decided, answer);
            case CONSENT_GONE -> throw new ConsentWithdrawnMeanwhile();
            case ANSWERED_BEFORE ->
                throw decided.submitted()
                        .once()
                        .flatMap(key -> earlier(decided.submitted().sender().oin(), key))
                        .<RuntimeException>map(AlreadyAnswered::new)
                        .orElseGet(() -> new IllegalStateException("A key was used before and has no answer"));
        };
    }

    /** What the database understood and refused is a fault of ours, which does not pass. */
    private Outcome append(Appending appending) {
        try {
            return committer.append(appending);
        } catch (DataIntegrityViolationException | InvalidDataAccessResourceUsageException e) {
            throw e;
        } catch (DataAccessException | TransactionException e) {
            throw new LogUnavailable(e);
        }
    }

    /** A canary is about nobody and goes to nobody: it leaves its entry and nothing else. */
    private static void forbidDeliveryOfCanaries(Decided decided) {
        if (decided.submitted().isCanary() && decided.outgoing().isPresent()) {
            throw new IllegalStateException("A canary is never delivered");
        }
    }

    /** Signing costs more than the rest of a decision; of a canary nobody gets the receipt. */
    private Optional<String> receipt(Decided decided, Content content, Instant now) {
        return decided.submitted().isCanary()
                ? Optional.empty()
                : Optional.of(receipts.sign(decided, content.hash(), now));
    }

    private Appending appending(Decided decided, EntryRow row, Optional<String> receipt, ObjectNode answer) {
        Submitted submitted = decided.submitted();
        Optional<Appending.Once> once = submitted
                .once()
                .map(key -> new Appending.Once(
                        submitted.sender().oin(),
                        key,
                        status(decided),
                        answer.toString().getBytes(StandardCharsets.UTF_8)));
        return new Appending(
                row, once, receipt, image(decided), decided.outgoing().map(outbox::prepare), Task.of(decided));
    }

    /** Not of a canary, which is nobody's message, nor of a dry run, which anybody can ask for any number of times. */
    private static Optional<Appending.Image> image(Decided decided) {
        Submitted submitted = decided.submitted();
        return submitted.nature() == Nature.TRANSFER
                ? Optional.of(new Appending.Image(
                        submitted.catalogue().version(),
                        ImageOf.decision(decided).toJson()))
                : Optional.empty();
    }

    private EntryRow row(
            UUID entryId, Instant at, LogKind kind, Decided decided, Optional<byte[]> seed, Content content) {
        Submitted submitted = decided.submitted();
        return new EntryRow(
                entryId,
                at,
                kind,
                Optional.of(submitted.transferId()),
                Optional.of(submitted.sender().oin().value()),
                submitted.receiver().map(party -> party.oin().value()),
                Optional.of(submitted.type().id()),
                Optional.of(decided.isPermit() ? "PERMIT" : "DENY"),
                reasons(decided),
                seed,
                content,
                submitted.isCanary() ? List.of() : subjects(decided),
                new EntryRow.Handles(
                        caseKey(submitted),
                        submitted.transaction(),
                        submitted.isCanary()
                                ? Optional.empty()
                                : Optional.of(traceKey(submitted.trace().traceId()))));
    }

    /** The codes of a refusal; one may have been found of several persons. */
    static List<String> reasons(Decided decided) {
        return decided.decision() instanceof Decision.Deny deny
                ? deny.reasons().stream()
                        .map(finding -> finding.code().name())
                        .distinct()
                        .toList()
                : List.of();
    }

    /** Of a canary none: its entry commits to nothing. */
    private Optional<UUID> caseKey(Submitted submitted) {
        return submitted.isCanary()
                ? Optional.empty()
                : submitted.message().caseReference().map(reference -> caseKey(keys, reference));
    }

    /** A trace id of 32 hex digits as it is stored. */
    public static UUID traceKey(String traceId) {
        return new UUID(
                Long.parseUnsignedLong(traceId.substring(0, 16), 16),
                Long.parseUnsignedLong(traceId.substring(16), 16));
    }

    /** A case reference as it is found but not read. */
    public static UUID caseKey(SubjectKeys keys, String reference) {
        return keys.blind("case", reference);
    }

    private static List<EntryRow.Subject> subjects(Decided decided) {
        return decided.identities().entrySet().stream()
                .flatMap(person ->
                        person.getValue().keys().stream().map(key -> new EntryRow.Subject(person.getKey(), key)))
                .toList();
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
        return tables.idempotency().find(sender, key);
    }

    @Override
    public Optional<LoggedTransfer> find(UUID transferId) {
        return tables.log().findDecision(transferId).map(LoggedTransfer::of);
    }

    @Override
    public boolean hasCanary(UUID canaryId) {
        return tables.log().hasCanary(canaryId);
    }

    @Override
    public Optional<String> receipt(UUID transferId) {
        return tables.receipts().find(transferId);
    }
}
