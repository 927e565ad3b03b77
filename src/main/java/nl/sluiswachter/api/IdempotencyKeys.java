package nl.sluiswachter.api;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.transfer.IdempotencyKey;

/**
 * Reads {@code Idempotency-Key}: a structured-field string (quoted), or the same without quotes. Key and body are kept as
 * keyed hashes only.
 */
final class IdempotencyKeys {

    private static final Pattern KEY =
            Pattern.compile("\"([\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]{1,255})\"|([!#-~&&[^\"\\\\,;]]{1,255})");

    private final SubjectKeys hashes;

    IdempotencyKeys(SubjectKeys hashes) {
        this.hashes = hashes;
    }

    /**
     * The key of a transfer, which must have one, or of a dry run, which may.
     *
     * @param position of the receiver in the call; the first has the key of the whole call, so that a key that comes again
     *     with another body is always found
     */
    Optional<IdempotencyKey> of(Request request, int position) {
        Optional<String> header = request.header("idempotency-key");
        if (header.isEmpty() && request.call().equals(TransferIntake.TRANSFER)) {
            throw new ProblemException(Problem.of(
                    400,
                    "IDEMPOTENCY_KEY_MISSING",
                    "Idempotency key missing",
                    "Send the header Idempotency-Key with a value of your own for each message, such as a UUID."));
        }
        return header.map(value -> key(request, position, value));
    }

    private IdempotencyKey key(Request request, int position, String header) {
        Matcher matcher = KEY.matcher(header.strip());
        if (!matcher.matches()) {
            throw new ProblemException(Problem.of(
                    400,
                    "IDEMPOTENCY_KEY_INVALID",
                    "Idempotency key invalid",
                    "Idempotency-Key must be 1 to 255 printable ASCII characters, in double quotes."));
        }
        String value = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return new IdempotencyKey(
                position == 0 ? request.call() : request.call() + " " + position,
                hashes.hash("idempotency-key", value.getBytes(StandardCharsets.US_ASCII)),
                hashes.hash("request-body", request.body()));
    }
}
