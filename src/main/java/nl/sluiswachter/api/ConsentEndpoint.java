package nl.sluiswachter.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.consent.ConsentDraft;
import nl.sluiswachter.consent.ConsentHistory;
import nl.sluiswachter.consent.ConsentRegister;
import nl.sluiswachter.consent.ConsentRegister.Registration;
import nl.sluiswachter.consent.ConsentRules;
import nl.sluiswachter.consent.TooManyConsents;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKeys;

/** Registering, reading and finding under {@code /v1/consents}. */
public final class ConsentEndpoint {

    private static final int OK = 200;
    private static final int CREATED = 201;

    private final StrictJson json;
    private final ConsentRegister register;
    private final SubjectReader subjects;
    private final ConsentReader reader;
    private final Clock clock;

    public ConsentEndpoint(
            StrictJson json, ConsentRegister register, ConsentRules rules, SubjectKeys keys, Clock clock) {
        this.json = json;
        this.register = register;
        this.subjects = new SubjectReader(keys);
        this.reader = new ConsentReader(subjects, new HappeningReader(subjects), rules);
        this.clock = clock;
    }

    /** {@code POST /v1/consents}: 201, or 200 when this caller registered the very same consent before and it has not ended. */
    public Answer register(Request request) {
        Registration made = registered(reader.read(Body.of(json.read(request.body())), request.caller()), request);
        ConsentHistory consent = made.consent();
        if (!made.isNew() && consent.standing(clock.instant()).state().isEnd()) {
            throw RegisterProblems.consentEnded();
        }
        return new Answer(
                made.isNew() ? CREATED : OK,
                "application/json",
                Map.of("Location", "/v1/consents/" + consent.id()),
                json.write(ConsentAnswer.of(consent, clock.instant())));
    }

    /** {@code GET /v1/consents/{id}}. */
    public Answer read(Request request) {
        return register.find(RegisterProblems.id(request), request.caller())
                .map(consent -> Answer.json(OK, json.write(ConsentAnswer.of(consent, clock.instant()))))
                .orElseThrow(RegisterProblems::notFound);
    }

    /** {@code POST /v1/consents/_zoek}: a search by POST, so that no person is named in a URL. */
    public Answer search(Request request) {
        Body body = Body.of(json.read(request.body()));
        SubjectIdentity subject =
                subjects.read(body).map(SubjectReader.Subject::identity).orElse(SubjectIdentity.UNKNOWN);
        Optional<Instant> at = moment(body);
        body.check();
        List<Map<String, Object>> found = register.search(subject, request.caller()).stream()
                .flatMap(consent -> at.map(consent::until).orElse(Optional.of(consent)).stream())
                .map(consent -> ConsentAnswer.of(consent, at.orElseGet(clock::instant)))
                .toList();
        return Answer.json(OK, json.write(Map.of("consents", found)));
    }

    /** What was known then; what will be known nobody can say. */
    private Optional<Instant> moment(Body body) {
        Optional<Instant> at = body.optional("at").instant();
        if (at.filter(clock.instant()::isBefore).isPresent()) {
            body.refuse("at", "IN_THE_FUTURE", "A moment that has passed is expected.");
        }
        return at;
    }

    private Registration registered(ConsentDraft draft, Request request) {
        try {
            return register.register(draft, request.caller()).orElseThrow(RegisterProblems::notYourSending);
        } catch (TooManyConsents e) {
            throw RegisterProblems.tooManyConsents();
        }
    }
}
