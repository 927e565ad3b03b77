package nl.sluiswachter.verifier;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is looked at inside an entry; null for what it does not say.
 *
 * @param commitments by label
 * @param detail what it tells besides
 * @param failures codes of the findings that stood in the way
 */
record Entry(
        UUID entryId,
        String kind,
        UUID transferId,
        Map<String, byte[]> commitments,
        Instant recordedAt,
        Map<String, String> detail,
        String sender,
        String party,
        String receiver,
        String exchangeType,
        String outcome,
        UUID transactionId,
        String traceId,
        List<String> failures,
        List<String> objections) {

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final String DECISION = "DECISION";
    private static final String DESTRUCTION = "DESTRUCTION";
    private static final String CANARY = "CANARY";
    private static final String REMOVED = "REMOVED ";
    private static final Pattern OIN = Pattern.compile("[0-9A-Z]{20}");

    /** Reads the canonical JSON of an entry. */
    static Entry read(byte[] json) throws Unreadable {
        try (EntryParser parser = new EntryParser(json)) {
            return parser.read();
        } catch (Unreadable e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw EntryParser.malformed();
        }
    }

    /** Without what only its own check needs. */
    Entry outline() {
        return new Entry(
                null,
                kind,
                transferId,
                Map.of(),
                recordedAt,
                tellsOfDestruction() ? detail : Map.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    /** Whether it tells that others were destroyed. */
    boolean tellsOfDestruction() {
        return DESTRUCTION.equals(kind);
    }

    /** When it was recorded. */
    Optional<Instant> at() {
        return Optional.ofNullable(recordedAt);
    }

    /** A moment as ISO 8601, or null for none. One that no clock shows is none: nobody could reckon with it. */
    static Optional<Instant> time(String text) throws Unreadable {
        try {
            Optional<Instant> said = Optional.ofNullable(text).map(Instant::parse);
            if (said.stream().allMatch(moment -> moment.isAfter(Instant.EPOCH) && moment.isBefore(LATEST))) {
                return said;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new Unreadable("An entry says a time that is none.");
    }

    /** The party that sent it or did it; null when it was the gateway itself. */
    String actor() {
        return sender == null ? party : sender;
    }

    /** The party that was to receive it; null where none is known. */
    String knownReceiver() {
        return receiver != null && OIN.matcher(receiver).matches() ? receiver : null;
    }

    /** The trace by which it is found, which has the size of a UUID; null where it has none, as a canary. */
    UUID knownTrace() throws Unreadable {
        if (traceId == null || CANARY.equals(kind)) {
            return null;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(traceId));
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw new Unreadable("An entry has a trace that is none.");
        }
    }

    /** Code of the first reason; null where it gives none. */
    String reason() {
        return reasons().findFirst().orElse(null);
    }

    /** Codes of the others in their order, with a space between; null where there are none. */
    String otherReasons() {
        String others = reasons().skip(1).sorted().collect(Collectors.joining(" "));
        return others.isEmpty() ? null : others;
    }

    /** Each once: of an event, of a decision, and of a canary, which names the check before it and was refused by no removal. */
    private Stream<String> reasons() {
        Stream<String> ofCanary = objections.stream()
                .filter(one -> "DENY".equals(outcome) && !one.startsWith(REMOVED))
                .map(one -> one.substring(one.indexOf(' ') + 1));
        return Stream.of(Stream.ofNullable(detail.get("reason")), failures.stream(), ofCanary)
                .flatMap(Function.identity())
                .distinct();
    }

    /** Whether it is the one decision on a transfer. */
    boolean decides() {
        return DECISION.equals(kind) && transferId != null;
    }
}
