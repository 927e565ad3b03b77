package nl.sluiswachter.api;

import java.util.Map;
import java.util.function.Function;
import nl.sluiswachter.consent.ConsentExport;
import nl.sluiswachter.consent.ConsentHistory;
import nl.sluiswachter.consent.ConsentRegister;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.party.Parties;

/** A consent for other systems and for the person, in the shape of ISO/IEC TS 27560:2023. */
public final class ConsentExportEndpoint {

    private static final int OK = 200;

    private final StrictJson json;
    private final ConsentRegister register;
    private final ConsentExport export;

    public ConsentExportEndpoint(StrictJson json, ConsentRegister register, Parties parties, SubjectKeys keys) {
        this.json = json;
        this.register = register;
        this.export = new ConsentExport(parties, keys);
    }

    /** {@code GET /v1/consents/{id}/record}: for who has to show that there was consent (AVG art. 7 lid 1). */
    public Answer record(Request request) {
        return answer(request, export::record);
    }

    /** {@code GET /v1/consents/{id}/receipt}: for the person. */
    public Answer receipt(Request request) {
        return answer(request, export::receipt);
    }

    private Answer answer(Request request, Function<ConsentHistory, Map<String, Object>> rendering) {
        return register.find(RegisterProblems.id(request), request.caller())
                .map(consent -> Answer.json(OK, json.write(rendering.apply(consent))))
                .orElseThrow(RegisterProblems::notFound);
    }
}
