package nl.sluiswachter.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.sluiswachter.delivery.Acknowledgement;
import nl.sluiswachter.delivery.AcknowledgementReader;
import nl.sluiswachter.delivery.AcknowledgementReader.Fault;
import nl.sluiswachter.delivery.Cursor;
import nl.sluiswachter.delivery.Inbox;
import nl.sluiswachter.delivery.MessageJson;
import nl.sluiswachter.delivery.Reading;
import nl.sluiswachter.delivery.Settling;
import nl.sluiswachter.kernel.Oin;

/** {@code /v1/inbox}: a receiver's own messages. */
public final class InboxEndpoint {

    private static final int DEFAULT_LIMIT = 25;
    private static final int LARGEST_LIMIT = 100;
    private static final Pattern LIMIT = Pattern.compile("[0-9]{1,3}");
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final Inbox inbox;

    public InboxEndpoint(Inbox inbox) {
        this.inbox = inbox;
    }

    /** {@code GET /v1/inbox?cursor=&limit=}: open messages, oldest first. */
    public Answer list(Request request) {
        Optional<Integer> limit = limit(request.query().get("limit"));
        Optional<Optional<Cursor>> cursor = cursor(request.query().get("cursor"));
        if (limit.isEmpty() || cursor.isEmpty()) {
            throw invalid(queryFaults(limit.isEmpty(), cursor.isEmpty()));
        }
        return Answer.json(200, page(inbox.list(request.caller().oin(), cursor.get(), limit.get())));
    }

    /** {@code GET /v1/inbox/{id}}: the message; the first reading counts as delivery. */
    public Answer read(Request request) {
        Reading reading = inbox.read(request.caller().oin(), id(request));
        if (reading instanceof Reading.Opened opened) {
            return Answer.json(200, MessageJson.of(opened.message()));
        }
        throw notFound();
    }

    /** {@code POST /v1/inbox/{id}/acknowledgement}: takes or refuses the message, which is then deleted. */
    public Answer acknowledge(Request request) {
        Oin receiver = request.caller().oin();
        Settling settling = inbox.acknowledge(receiver, id(request), acknowledgement(request.body()));
        if (settling instanceof Settling.Settled settled) {
            return Answer.json(200, settled(settled));
        } else if (settling instanceof Settling.AlreadySettled) {
            throw new ProblemException(Problem.of(
                    409,
                    "ALREADY_SETTLED",
                    "Message already settled",
                    "The message was settled before in another way; that cannot be changed."));
        } else if (settling instanceof Settling.NotYetRead) {
            throw new ProblemException(Problem.of(
                    409,
                    "NOT_READ_YET",
                    "Message not read yet",
                    "Read the message before you accept it: acceptance deletes it from the gateway."));
        }
        throw notFound();
    }

    private static Acknowledgement acknowledgement(byte[] body) {
        AcknowledgementReader.Result result = AcknowledgementReader.read(body);
        if (result instanceof AcknowledgementReader.Readable readable) {
            return readable.acknowledgement();
        }
        throw invalid(((AcknowledgementReader.Faulty) result).faults());
    }

    private static UUID id(Request request) {
        String text = request.path().getOrDefault("id", "");
        if (!ID.matcher(text).matches()) {
            throw notFound();
        }
        return UUID.fromString(text);
    }

    private static Optional<Integer> limit(String text) {
        if (text == null) {
            return Optional.of(DEFAULT_LIMIT);
        }
        return Optional.of(text)
                .filter(t -> LIMIT.matcher(t).matches())
                .map(Integer::valueOf)
                .filter(n -> n >= 1 && n <= LARGEST_LIMIT);
    }

    private static Optional<Optional<Cursor>> cursor(String text) {
        return text == null ? Optional.of(Optional.empty()) : Cursor.parse(text).map(Optional::of);
    }

    private static List<Fault> queryFaults(boolean limit, boolean cursor) {
        List<Fault> faults = new ArrayList<>();
        if (limit) {
            faults.add(new Fault("limit", "INVALID_VALUE", "A number from 1 to " + LARGEST_LIMIT + "."));
        }
        if (cursor) {
            faults.add(new Fault("cursor", "INVALID_VALUE", "Use nextCursor of an earlier answer, unchanged."));
        }
        return faults;
    }

    private static byte[] page(Inbox.Page page) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("messages", page.messages().stream().map(MessageJson::of).toList());
        json.put("nextCursor", page.next().map(Cursor::text).orElse(null));
        return MessageJson.bytes(json);
    }

    private static byte[] settled(Settling.Settled settled) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("transferId", settled.transferId().toString());
        json.put("state", settled.state().name());
        json.put("reason", settled.acknowledgement().reason().map(Enum::name).orElse(null));
        json.put("settledAt", settled.settledAt().toString());
        return MessageJson.bytes(json);
    }

    private static ProblemException invalid(List<Fault> faults) {
        return new ProblemException(new Problem(
                400,
                "INVALID_REQUEST",
                "Invalid request",
                "Correct what invalidParams names and call again.",
                Map.of("invalidParams", faults)));
    }

    private static ProblemException notFound() {
        return new ProblemException(
                Problem.of(404, "NOT_FOUND", "Not found", "There is no such message in your inbox."));
    }
}
