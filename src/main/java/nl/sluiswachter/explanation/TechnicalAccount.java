package nl.sluiswachter.explanation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Reasons;
import nl.sluiswachter.transfer.Finding;
import nl.sluiswachter.transferlog.RecordedDecision;

/** Tells a recorded decision to a system: the codes, articles and paths of the answer to its sender. */
public final class TechnicalAccount {

    private final RecordedDecision decision;
    private final Reasons texts;
    private final Language language;
    private final Optional<String> missed;

    /**
     * @param catalogue the version that the decision used
     * @param missed why its message did not arrive; empty when it was refused, did, or may have, or still may
     */
    public TechnicalAccount(
            RecordedDecision decision, Catalogue catalogue, Language language, Optional<String> missed) {
        this.decision = decision;
        this.texts = catalogue.texts();
        this.language = language;
        this.missed = missed;
    }

    /** The members of the contract that the log entry gives; what was left out, how to have it go along, and the duties only for the sender. */
    public Map<String, Object> members(boolean forSender) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("exchangeType", decision.exchangeType());
        json.put("purpose", decision.purpose());
        json.put("decidedAt", decision.recordedAt().toString());
        missed.ifPresent(reason -> json.put("notArrived", reason));
        json.put("findings", decision.findings().stream().map(this::finding).toList());
        if (!decision.dataItems().isEmpty()) {
            json.put(
                    "dataItems",
                    decision.dataItems().stream().map(TechnicalAccount::item).toList());
        }
        if (forSender) {
            json.put(
                    "removed",
                    decision.removed().stream().map(TechnicalAccount::removal).toList());
        }
        if (forSender && decision.permit()) {
            json.put("obligations", obligations());
        }
        if (!decision.permit()) {
            json.put("reasons", decision.reasons().stream().map(this::reason).toList());
        }
        if (forSender || !decision.permit()) {
            json.put("remedies", decision.remedies().stream().map(this::remedy).toList());
        }
        return json;
    }

    private Map<String, Object> finding(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("check", finding.check().name());
        json.put("outcome", finding.outcome().name());
        json.putAll(reason(finding));
        return json;
    }

    private Map<String, Object> reason(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", finding.code().name());
        json.put("article", finding.article());
        json.put("text", texts.reasons().get(finding.code()).text().in(language));
        finding.person().ifPresent(person -> json.put("person", person));
        finding.field().ifPresent(field -> json.put("field", field));
        return json;
    }

    private static Map<String, Object> removal(RecordedDecision.LeftOut gone) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("person", gone.person());
        json.put("field", gone.field());
        json.put("code", gone.code().name());
        json.put("article", gone.article());
        return json;
    }

    private static Map<String, Object> item(RecordedDecision.Item item) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("field", item.field());
        item.outcome().ifPresent(outcome -> json.put("outcome", outcome.name()));
        return json;
    }

    private List<Map<String, Object>> obligations() {
        List<Map<String, Object>> list = new ArrayList<>();
        decision.obligations().forEach(obligation -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("code", obligation.code());
            json.put("due", obligation.due().toString());
            json.put("article", obligation.article());
            list.add(json);
        });
        return list;
    }

    private Map<String, Object> remedy(RecordedDecision.Remedied remedied) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", remedied.code());
        json.put("text", texts.remedies().get(remedied.code()).text().in(language));
        remedied.call().ifPresent(call -> json.put("call", call));
        remedied.person().ifPresent(person -> json.put("person", person));
        return json;
    }
}
