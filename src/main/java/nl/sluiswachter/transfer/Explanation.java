package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Reasons;

/** Renders the findings of a decision as the answer to its sender. Every other account of it renders the same list. */
public final class Explanation {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Decided decided;
    private final Language language;
    private final Reasons texts;

    public Explanation(Decided decided) {
        this.decided = decided;
        this.language = decided.submitted().language();
        this.texts = decided.submitted().catalogue().texts();
    }

    /** The members that the contract names, in its order, without the receipt. */
    public ObjectNode toJson() {
        ObjectNode answer = JSON.objectNode();
        answer.put("transferId", decided.submitted().transferId().toString());
        answer.put("decision", decided.isPermit() ? "PERMIT" : "DENY");
        answer.put("policyVersion", decided.submitted().catalogue().version());
        answer.set("findings", findings(decided.findings()));
        answer.set("removed", removed());
        if (decided.decision() instanceof Decision.Permit permit) {
            answer.set("obligations", obligations(permit.obligations()));
        }
        if (decided.decision() instanceof Decision.Deny deny) {
            answer.set("reasons", reasons(deny.reasons()));
        }
        answer.set("remedies", remedies(decided.decision().waysOut()));
        return answer;
    }

    private ArrayNode findings(List<Finding> findings) {
        ArrayNode list = JSON.arrayNode();
        for (Finding finding : findings) {
            ObjectNode node = list.addObject();
            node.put("check", finding.check().name());
            node.put("outcome", finding.outcome().name());
            describe(node, finding);
        }
        return list;
    }

    private ArrayNode reasons(List<Finding> failures) {
        ArrayNode list = JSON.arrayNode();
        failures.forEach(failure -> describe(list.addObject(), failure));
        return list;
    }

    private void describe(ObjectNode node, Finding finding) {
        node.put("code", finding.code().name());
        node.put("article", finding.article());
        node.put("text", texts.reasons().get(finding.code()).text().in(language));
        finding.person().ifPresent(person -> node.put("person", person));
        finding.field().ifPresent(field -> node.put("field", field));
    }

    private ArrayNode removed() {
        ArrayNode list = JSON.arrayNode();
        for (Removal removal : decided.removed()) {
            list.addObject()
                    .put("person", removal.person())
                    .put("field", removal.field())
                    .put("code", removal.code().name());
        }
        return list;
    }

    private static ArrayNode obligations(List<Obligation> obligations) {
        ArrayNode list = JSON.arrayNode();
        for (Obligation obligation : obligations) {
            list.addObject()
                    .put("code", obligation.code())
                    .put("due", obligation.due().toString())
                    .put("article", obligation.article());
        }
        return list;
    }

    private ArrayNode remedies(List<WayOut> ways) {
        ArrayNode list = JSON.arrayNode();
        for (WayOut way : ways) {
            ObjectNode node = list.addObject();
            node.put("code", way.code());
            node.put("text", texts.remedies().get(way.code()).text().in(language));
            way.call().ifPresent(call -> node.put("call", call));
            way.person().ifPresent(person -> node.put("person", person));
            way.details().forEach((name, names) -> names.forEach(node.withArray(name)::add));
            way.body().ifPresent(body -> node.set("body", body));
        }
        return list;
    }
}
