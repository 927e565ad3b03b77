package nl.sluiswachter.api;

import java.util.Map;
import nl.sluiswachter.catalogue.CatalogueUnavailable;
import nl.sluiswachter.transferlog.AlreadyAnswered;
import nl.sluiswachter.transferlog.ConsentWithdrawnMeanwhile;
import nl.sluiswachter.transferlog.LogBusy;
import nl.sluiswachter.transferlog.LogDamaged;
import nl.sluiswachter.transferlog.LogUnavailable;
import nl.sluiswachter.transferlog.search.SearchBusy;
import nl.sluiswachter.transferlog.search.SearchTooWide;
import nl.sluiswachter.transferlog.tree.DamageAlarm;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.transaction.TransactionException;

/** What a caller is told when the path ended early. Says nothing about the inside, and logs nothing of the input. */
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final String RETRY_SECONDS = "5";

    private final StrictJson json;
    private final TransferAnswers answers;
    private final DamageAlarm alarm;

    Failures(StrictJson json, TransferAnswers answers, DamageAlarm alarm) {
        this.json = json;
        this.answers = answers;
        this.alarm = alarm;
    }

    /** The answer for the exception that the exchange ended with. */
    public Answer answer(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (cause instanceof ProblemException refused) {
            return problem(refused.problem(), Map.of());
        }
        if (cause instanceof AlreadyAnswered again) {
            return repeated(again);
        }
        if (cause instanceof ConsentWithdrawnMeanwhile) {
            return problem(outdated(), Map.of("Retry-After", RETRY_SECONDS));
        }
        if (cause instanceof LogBusy) {
            LOG.error("A decision was not logged in time: {}", cause.getMessage());
            return problem(logBusy(), Map.of("Retry-After", RETRY_SECONDS));
        }
        if (cause instanceof LogUnavailable) {
            LOG.error("The log cannot be written: {}", trace(cause.getCause()));
            return problem(logUnavailable(), Map.of("Retry-After", RETRY_SECONDS));
        }
        if (cause instanceof CatalogueUnavailable) {
            LOG.error("No catalogue can be used: {}", cause.getMessage());
            return problem(catalogueUnavailable(), Map.of("Retry-After", RETRY_SECONDS));
        }
        if (cause instanceof SearchTooWide) {
            return problem(tooWide(), Map.of());
        }
        return ofThisSide(cause, exchange);
    }

    private Answer ofThisSide(Throwable cause, Exchange exchange) {
        if (cause instanceof SearchBusy) {
            LOG.warn("A search did not have its turn in time");
            return problem(searchBusy(), Map.of("Retry-After", RETRY_SECONDS));
        }
        if (cause instanceof LogDamaged damaged) {
            return damaged(damaged);
        }
        if (isOutage(cause)) {
            LOG.error("The database cannot be used: {}", cause.getClass().getSimpleName());
            return problem(databaseUnavailable(), Map.of("Retry-After", RETRY_SECONDS));
        }
        LOG.error("Unexpected failure in route {}: {}", exchange.getFromRouteId(), trace(cause));
        return problem(unexpected(), Map.of());
    }

    private Answer damaged(LogDamaged found) {
        LOG.error("{}: {}", found.getMessage(), trace(found));
        alarm.raise(found);
        return problem(logDamaged(), Map.of());
    }

    /**
     * Whether it is for want of the database. A statement that it understood and refused is a fault of ours; sending it again
     * does not help.
     */
    public static boolean isOutage(Throwable cause) {
        boolean refused = cause instanceof DataIntegrityViolationException
                || cause instanceof InvalidDataAccessResourceUsageException;
        return !refused && (cause instanceof DataAccessException || cause instanceof TransactionException);
    }

    private Answer repeated(AlreadyAnswered again) {
        if (!again.earlier().sameBody()) {
            return problem(keyReused(), Map.of());
        }
        return answers.repeated(again.earlier());
    }

    private Answer problem(Problem problem, Map<String, String> headers) {
        return new Answer(problem.status(), Problem.MEDIA_TYPE, headers, json.write(problem.toJson()));
    }

    /** Where it happened, without messages: those may repeat values. */
    private static String trace(Throwable cause) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = cause; t != null; t = t.getCause()) {
            text.append(t.getClass().getName());
            if (t.getStackTrace().length > 0) {
                text.append(" at ").append(t.getStackTrace()[0]);
            }
            text.append(t.getCause() == null ? "" : ", caused by ");
        }
        return text.toString();
    }

    private static Problem databaseUnavailable() {
        return Problem.of(
                503,
                "DATABASE_UNAVAILABLE",
                "Temporarily unavailable",
                "Send the same request with the same key again: it is carried out once, also when it was already accepted.");
    }

    private static Problem tooWide() {
        return Problem.of(
                400,
                "SEARCH_TOO_WIDE",
                "The search takes too long",
                "Name a shorter period, or more of what is looked for.");
    }

    private static Problem searchBusy() {
        return Problem.of(
                503,
                "SEARCH_BUSY",
                "Temporarily unavailable",
                "Too many search the log now. Nothing was read; send the same request again.");
    }

    private static Problem logBusy() {
        return Problem.of(
                503,
                "TRANSACTION_LOG_WRITE_ERROR",
                "Temporarily unavailable",
                "The log cannot keep up. Nothing was accepted or delivered; send the same request with the same key again.");
    }

    private static Problem logUnavailable() {
        return Problem.of(
                503,
                "TRANSACTION_LOG_WRITE_ERROR",
                "Temporarily unavailable",
                "The log could not be written. Send the same request with the same key again: it is carried out once, also when"
                        + " it was already accepted.");
    }

    private static Problem logDamaged() {
        return Problem.of(
                500,
                "LOG_DAMAGED",
                "The transfer log is damaged",
                "What the log has of this is not what was written. Tell the operator; asking again does not help.");
    }

    private static Problem catalogueUnavailable() {
        return Problem.of(
                503,
                "CATALOGUE_UNAVAILABLE",
                "Temporarily unavailable",
                "The rules to decide by cannot be read. Nothing was accepted; send the same request with the same key again.");
    }

    private static Problem outdated() {
        return Problem.of(
                503,
                "DECISION_OUTDATED",
                "A consent was withdrawn meanwhile",
                "Nothing was accepted or delivered. Send the same request with the same key again for a new decision.");
    }

    private static Problem keyReused() {
        return Problem.of(
                409,
                "IDEMPOTENCY_KEY_REUSED",
                "Idempotency key used before",
                "This key was used with another body. Use a new key for a new message.");
    }

    private static Problem unexpected() {
        return Problem.of(
                500,
                "INTERNAL_ERROR",
                "Internal error",
                "Something went wrong in the gateway. The same request with the same key is carried out at most once.");
    }
}
