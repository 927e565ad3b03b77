package nl.sluiswachter.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads a JSON object of a request member by member and remembers everything that is wrong. A member with the value
 * null counts as absent.
 *
 * <pre>{@code
 * Body body = Body.of(json.read(request.body()));
 * Optional<String> type = body.required("exchangeType").text(64);
 * Optional<Body> receiver = body.required("receiver").object();
 * body.check();            // throws one problem with all complaints
 * use(type.orElseThrow());
 * }</pre>
 */
public final class Body {

    private final ObjectNode node;
    private final String pointer;
    private final Complaints complaints;
    private final Set<String> known = new HashSet<>();

    Body(ObjectNode node, String pointer, Complaints complaints) {
        this.node = node;
        this.pointer = pointer;
        this.complaints = complaints;
        complaints.opened(this);
    }

    /** @throws ProblemException when the value is not an object */
    public static Body of(JsonNode json) {
        Complaints complaints = new Complaints();
        if (json instanceof ObjectNode object) {
            return new Body(object, "", complaints);
        }
        complaints.add("", "OBJECT_EXPECTED", "A JSON object is expected.");
        complaints.throwIfAny();
        throw new IllegalStateException("A complaint was made, so a problem was thrown");
    }

    /** A member that must be there. */
    public Member required(String name) {
        Member member = optional(name);
        if (member.isAbsent()) {
            complaints.add(member.pointer(), "MISSING", "This member is required.");
        }
        return member;
    }

    /** A member that may be left out. */
    public Member optional(String name) {
        known.add(name);
        return new Member(node.path(name), pointer + "/" + name, complaints);
    }

    /** Adds a complaint about a member of this object; {@code reason} says what is expected, never what was sent. */
    public void refuse(String name, String code, String reason) {
        complaints.add(pointer + "/" + name, code, reason);
    }

    /** Whether nothing was found wrong so far, in this object or any other of the request. */
    public boolean isSoundSoFar() {
        return complaints.isEmpty();
    }

    /**
     * Ends the reading, of this object and of every object opened from it: members that were never asked for are
     * unknown to the contract.
     *
     * @throws ProblemException 400 {@code INVALID_INPUT} with all complaints, if there are any
     */
    public void check() {
        complaints.throwIfAny();
    }

    void refuseUnknownMembers() {
        node.fieldNames().forEachRemaining(name -> {
            if (known.add(name)) {
                complaints.add(
                        pointer, "UNKNOWN_MEMBER", "This object holds a member that the contract does not know.");
            }
        });
    }
}
