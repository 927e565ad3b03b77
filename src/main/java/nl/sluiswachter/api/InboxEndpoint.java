package nl.sluiswachter.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.sluiswachter.delivery.Acknowledgement;
import nl.sluiswachter.delivery.Acknowledgement.Reason;
import nl.sluiswachter.delivery.Acknowledgement.Status;
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
    private final StrictJson json;

    public InboxEndpoint(Inbox inbox, StrictJson json) {
        this.inbox = inbox;
        this.json = json;
    }

    /** {@code GET /v1/inbox?cursor=&limit=}: open messages, oldest first. */
    public Answer list(Request request) {
        Complaints complaints = new Complaints();
        int limit = limit(request.query().get("limit"), complaints);
        Optional<Cursor> cursor = cursor(request.query().get("cursor"), complaints);
        complaints.throwIfAny();
        return Answer.json(200, page(inbox.list(request.caller().oin(), cursor, limit)));
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

    private Acknowledgement acknowledgement(byte[] bytes) {
        Body body = Body.of(json.read(bytes));
        Optional<Status> status = body.required("status").choice(Status.class);
        Optional<Reason> reason = body.optional("reason").choice(Reason.class);
        if (body.isSoundSoFar() && reason.isPresent() != status.equals(Optional.of(Status.REJECTED))) {
            body.refuse("reason", "REASON_EXPECTED", "A rejection has a reason; an acceptance has none.");
        }
        body.check();
        return new Acknowledgement(status.orElseThrow(), reason);
    }

    private static UUID id(Request request) {
        String text = request.path().getOrDefault("id", "");
        if (!ID.matcher(text).matches()) {
            throw notFound();
        }
        return UUID.fromString(text);
    }

    private static int limit(String text, Complaints complaints) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        int limit = LIMIT.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > LARGEST_LIMIT) {
            complaints.add("limit", "OUT_OF_RANGE", "A number from 1 to " + LARGEST_LIMIT + " is expected.");
        }
        return limit;
    }

    private static Optional<Cursor> cursor(String text, Complaints complaints) {
        Optional<Cursor> cursor = Optional.ofNullable(text).flatMap(Cursor::parse);
        if (text != null && cursor.isEmpty()) {
            complaints.add("cursor", "NOT_A_CURSOR", "The nextCursor of an earlier answer is expected, unchanged.");
        }
        return cursor;
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

    private static ProblemException notFound() {
        return new ProblemException(
                Problem.of(404, "NOT_FOUND", "Not found", "There is no such message in your inbox."));
    }
}
