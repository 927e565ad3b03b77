package nl.sluiswachter.api;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.sluiswachter.consent.Change;
import nl.sluiswachter.consent.ConsentHistory;
import nl.sluiswachter.consent.ConsentRegister;
import nl.sluiswachter.consent.ConsentRules;
import nl.sluiswachter.consent.Happening;
import nl.sluiswachter.kernel.SubjectKeys;

/** What happens to a consent after it was registered. The same report twice gives the same answer twice. */
public final class ConsentChangeEndpoint {

    private static final int OK = 200;
    private static final byte[] NOTHING = {'{', '}'};

    private final StrictJson json;
    private final ConsentRegister register;
    private final ConsentRules rules;
    private final HappeningReader reader;
    private final Clock clock;

    public ConsentChangeEndpoint(
            StrictJson json, ConsentRegister register, ConsentRules rules, SubjectKeys keys, Clock clock) {
        this.json = json;
        this.register = register;
        this.rules = rules;
        this.reader = new HappeningReader(new SubjectReader(keys));
        this.clock = clock;
    }

    /** {@code POST /v1/consents/{id}/grant}: the person said yes to a request. */
    public Answer grant(Request request) {
        Instant receivedAt = clock.instant();
        UUID id = RegisterProblems.id(request);
        ConsentHistory consent = register.find(id, request.caller()).orElseThrow(RegisterProblems::notFound);
        return answer(request, id, receivedAt, body -> {
            Optional<Happening> given = reader.given(body);
            given.ifPresent(yes ->
                    rules.flaws(yes, consent).forEach(flaw -> body.refuse(flaw.member(), flaw.code(), flaw.reason())));
            return given;
        });
    }

    /** {@code POST /v1/consents/{id}/refusal}: the person said no to a request. */
    public Answer refuse(Request request) {
        return answer(request, RegisterProblems.id(request), clock.instant(), reader::refused);
    }

    /** {@code POST /v1/consents/{id}/withdrawal}: as easy as giving (AVG art. 7 lid 3), so a body is not needed. */
    public Answer withdraw(Request request) {
        return answer(request, RegisterProblems.id(request), clock.instant(), reader::withdrawn);
    }

    /** {@code POST /v1/consents/{id}/invalidation}: it was never good. */
    public Answer invalidate(Request request) {
        return answer(request, RegisterProblems.id(request), clock.instant(), reader::invalidated);
    }

    private Answer answer(Request request, UUID id, Instant receivedAt, Function<Body, Optional<Happening>> reading) {
        Body body = Body.of(json.read(request.body().length == 0 ? NOTHING : request.body()));
        Optional<Happening> what = reading.apply(body);
        body.check();
        Change change = register.change(id, what.orElseThrow(), request.caller(), receivedAt);
        if (change instanceof Change.Done done) {
            Map<String, Object> answer = ConsentAnswer.of(done.consent(), clock.instant());
            return Answer.json(OK, json.write(answer));
        }
        throw change instanceof Change.Impossible
                ? RegisterProblems.impossible(what.orElseThrow().state())
                : RegisterProblems.notFound();
    }
}
