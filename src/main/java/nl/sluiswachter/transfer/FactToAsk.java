package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.sluiswachter.catalogue.Precondition;
import nl.sluiswachter.catalogue.PreconditionRule;
import nl.sluiswachter.facts.FactKind;

/** Exactly which fact is missing, as the body of {@code POST /v1/facts}; only the identity of the person is left out. */
final class FactToAsk {

    private FactToAsk() {}

    static ObjectNode body(Case examined, PreconditionRule rule) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put(
                "kind",
                rule.kind() == Precondition.COMMITMENT ? FactKind.COMMITMENT.name() : FactKind.LEGAL_MEASURE.name());
        examined.submitted()
                .receiver()
                .ifPresent(receiver -> body.put("party", receiver.oin().value()));
        rule.measures().stream().sorted().findFirst().ifPresent(measure -> body.putObject("detail")
                .put("measure", measure));
        return body;
    }
}
