package nl.sluiswachter.api;

import java.util.List;
import java.util.Map;
import nl.sluiswachter.consent.Consent;
import nl.sluiswachter.consent.ConsentDraft;
import nl.sluiswachter.consent.ConsentRegister;
import nl.sluiswachter.consent.ConsentRegister.Registration;
import nl.sluiswachter.consent.ConsentRules;
import nl.sluiswachter.consent.TooManyConsents;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKeys;

/** The calls under {@code /v1/consents}. */
public final class ConsentEndpoint {

    private static final int OK = 200;
    private static final int CREATED = 201;

    private final StrictJson json;
    private final ConsentRegister register;
    private final SubjectReader subjects;
    private final ConsentReader reader;

    public ConsentEndpoint(StrictJson json, ConsentRegister register, ConsentRules rules, SubjectKeys keys) {
        this.json = json;
        this.register = register;
        this.subjects = new SubjectReader(keys);
        this.reader = new ConsentReader(subjects, rules);
    }

    /** {@code POST /v1/consents}: 201, or 200 when this caller registered the very same consent before. */
    public Answer register(Request request) {
        Registration made = registered(reader.read(Body.of(json.read(request.body())), request.caller()), request);
        Consent consent = made.consent();
        return new Answer(
                made.isNew() ? CREATED : OK,
                "application/json",
                Map.of("Location", "/v1/consents/" + consent.id()),
                json.write(ConsentAnswer.of(consent)));
    }

    /** {@code GET /v1/consents/{id}}. */
    public Answer read(Request request) {
        return register.find(RegisterProblems.id(request), request.caller())
                .map(this::shown)
                .orElseThrow(RegisterProblems::notFound);
    }

    /** {@code POST /v1/consents/{id}/withdrawal}: as easy as giving (AVG art. 7 lid 3), so without a body. */
    public Answer withdraw(Request request) {
        json.readNothing(request.body());
        return register.withdraw(RegisterProblems.id(request), request.caller())
                .map(this::shown)
                .orElseThrow(RegisterProblems::notFound);
    }

    /** {@code POST /v1/consents/_zoek}: a search by POST, so that no person is named in a URL. */
    public Answer search(Request request) {
        Body body = Body.of(json.read(request.body()));
        SubjectIdentity subject =
                subjects.read(body).map(SubjectReader.Subject::identity).orElse(SubjectIdentity.UNKNOWN);
        body.check();
        List<Map<String, Object>> found = register.search(subject, request.caller()).stream()
                .map(ConsentAnswer::of)
                .toList();
        return Answer.json(OK, json.write(Map.of("consents", found)));
    }

    private Registration registered(ConsentDraft draft, Request request) {
        try {
            return register.register(draft, request.caller()).orElseThrow(RegisterProblems::notYourSending);
        } catch (TooManyConsents e) {
            throw RegisterProblems.tooManyConsents();
        }
    }

    private Answer shown(Consent consent) {
        return Answer.json(OK, json.write(ConsentAnswer.of(consent)));
    }
}
