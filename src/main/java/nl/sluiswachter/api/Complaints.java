package nl.sluiswachter.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that is wrong with one request, so that the caller is told at once (NL API Design Rules, all-errors). */
final class Complaints {

    /** Enough to repair a message; a bound on what one bad request makes us write. */
    private static final int MOST = 100;

    private static final int BAD_REQUEST = 400;

    private final List<InvalidParam> found = new ArrayList<>();
    private final List<Body> opened = new ArrayList<>();

    void add(String name, String code, String reason) {
        if (found.size() < MOST) {
            found.add(new InvalidParam(name, code, reason));
        }
    }

    void opened(Body body) {
        opened.add(body);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** @throws ProblemException with all of them, if there are any */
    void throwIfAny() {
        opened.forEach(Body::refuseUnknownMembers);
        opened.clear();
        if (!found.isEmpty()) {
            throw new ProblemException(new Problem(
                    BAD_REQUEST,
                    "INVALID_INPUT",
                    "The request does not fit the contract",
                    "Repair what invalidParams names and send the request again.",
                    Map.of(
                            "invalidParams",
                            found.stream().map(InvalidParam::toJson).toList())));
        }
    }
}
