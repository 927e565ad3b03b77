package nl.sluiswachter.api;

import java.util.Map;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.transferlog.projection.ProcessingRegister;

/** {@code GET /v1/processing-register}: what the law in force lets be exchanged, as a register (AVG art. 30). */
public final class ProcessingRegisterEndpoint {

    private final ActiveCatalogue catalogue;
    private final ProcessingRegister register;
    private final StrictJson json;

    ProcessingRegisterEndpoint(ActiveCatalogue catalogue, ProcessingRegister register, StrictJson json) {
        this.catalogue = catalogue;
        this.register = register;
        this.json = json;
    }

    /** Every activity; no person is in it, so this is no look-up. */
    public Answer list(Request request) {
        Municipal.oin(request);
        return Answer.json(200, json.write(Map.of("verwerkingsactiviteiten", register.of(catalogue.current()))));
    }
}
