package nl.sluiswachter.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.sluiswachter.facts.Fact;
import nl.sluiswachter.facts.FactRegister;
import nl.sluiswachter.facts.FactRegister.Registration;
import nl.sluiswachter.facts.FactRules;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.party.Side;

/** The calls under {@code /v1/facts}: for the municipality; for others they do not exist. */
public final class FactEndpoint {

    private static final int OK = 200;
    private static final int CREATED = 201;

    private final StrictJson json;
    private final FactRegister register;
    private final SubjectReader subjects;
    private final FactReader reader;

    public FactEndpoint(StrictJson json, FactRegister register, FactRules rules, SubjectKeys keys) {
        this.json = json;
        this.register = register;
        this.subjects = new SubjectReader(keys);
        this.reader = new FactReader(subjects, rules);
    }

    /** {@code POST /v1/facts}: 201, or 200 when this caller registered the very same fact before. */
    public Answer register(Request request) {
        Oin caller = municipality(request);
        Registration made = register.register(reader.read(Body.of(json.read(request.body()))), caller);
        return new Answer(
                made.isNew() ? CREATED : OK,
                "application/json",
                Map.of("Location", "/v1/facts/" + made.fact().id()),
                json.write(show(made.fact())));
    }

    /** {@code GET /v1/facts/{id}}. */
    public Answer read(Request request) {
        municipality(request);
        return register.find(RegisterProblems.id(request)).map(this::shown).orElseThrow(RegisterProblems::notFound);
    }

    /** {@code POST /v1/facts/{id}/end}, without a body: ends the fact now. */
    public Answer end(Request request) {
        Oin caller = municipality(request);
        json.readNothing(request.body());
        return register.end(RegisterProblems.id(request), caller)
                .map(this::shown)
                .orElseThrow(RegisterProblems::notFound);
    }

    /** {@code POST /v1/facts/_zoek}: a search by POST, so that no person is named in a URL. */
    public Answer search(Request request) {
        municipality(request);
        Body body = Body.of(json.read(request.body()));
        SubjectIdentity subject =
                subjects.read(body).map(SubjectReader.Subject::identity).orElse(SubjectIdentity.UNKNOWN);
        body.check();
        List<Map<String, Object>> found =
                register.search(subject).stream().map(FactEndpoint::show).toList();
        return Answer.json(OK, json.write(Map.of("facts", found)));
    }

    private static Oin municipality(Request request) {
        if (request.caller().side() != Side.MUNICIPALITY) {
            throw RegisterProblems.notFound();
        }
        return request.caller().oin();
    }

    private Answer shown(Fact fact) {
        return Answer.json(OK, json.write(show(fact)));
    }

    private static Map<String, Object> show(Fact fact) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("factId", fact.id());
        shown.put("kind", fact.kind());
        shown.put("party", fact.party().map(Oin::value).orElse(null));
        shown.put("detail", new TreeMap<>(fact.detail()));
        shown.put("validFrom", fact.validFrom().toString());
        shown.put("validUntil", fact.validUntil().map(Object::toString).orElse(null));
        return shown;
    }
}
