package nl.sluiswachter.api;

import java.util.UUID;
import nl.sluiswachter.consent.ConsentState;

/** The refusals that the registers share. */
final class RegisterProblems {

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private RegisterProblems() {}

    /** Alike for what does not exist and for what the caller may not see. */
    static ProblemException notFound() {
        return new ProblemException(
                Problem.of(NOT_FOUND, "NOT_FOUND", "Not found", "There is nothing here that you may see."));
    }

    static ProblemException notYourSending() {
        return new ProblemException(Problem.of(
                FORBIDDEN,
                "SENDER_NOT_YOURS",
                "A consent for the sending of another party",
                "Leave sender out, or name yourself or a capacity in which you act."));
    }

    /** To who reads only the status, an ended consent must not look like a registered one. */
    static ProblemException consentEnded() {
        return new ProblemException(
                Problem.of(
                        CONFLICT,
                        "CONSENT_ENDED",
                        "This consent has ended",
                        "You registered this very consent before and it has ended. When the person consented again, that consent has its own givenAt."));
    }

    static ProblemException tooManyConsents() {
        return new ProblemException(
                Problem.of(
                        CONFLICT,
                        "TOO_MANY_CONSENTS",
                        "Too many consents of this person",
                        "Withdraw consents of this person that you no longer need; you can have 20 asked for or given at a time."));
    }

    /** A step from a state in which the consent is not (any more). */
    static ProblemException impossible(ConsentState wanted) {
        return wanted.mayFollow(ConsentState.REQUESTED)
                ? new ProblemException(Problem.of(
                        CONFLICT,
                        "CONSENT_NOT_REQUESTED",
                        "Not a request that waits for an answer",
                        "Only a request that was not answered and has not expired can be granted or refused."))
                : new ProblemException(Problem.of(
                        CONFLICT,
                        "CONSENT_NOT_GIVEN",
                        "Not a consent in force",
                        "Only a consent that was given and has not ended can be withdrawn or found invalid."));
    }

    /** The identifier in the path; one that is not a UUID names nothing. */
    static UUID id(Request request) {
        String text = request.path().getOrDefault("id", "");
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
            throw notFound();
        } catch (IllegalArgumentException e) {
            throw notFound();
        }
    }
}
