package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import nl.sluiswachter.transfer.Decided;

/** A decision that is durable in the log. Made only by {@link JdbcTransferLog}. */
public final class Recorded {

    private final Decided decided;
    private final ObjectNode answer;

    Recorded(Decided decided, ObjectNode answer) {
        this.decided = decided;
        this.answer = answer;
    }

    /** The decision. */
    public Decided decided() {
        return decided;
    }

    /** The transfer. */
    public UUID transferId() {
        return decided.submitted().transferId();
    }

    /** The explanation, of everything but a canary with its receipt, as stored with the entry. */
    public ObjectNode answer() {
        return answer.deepCopy();
    }
}
