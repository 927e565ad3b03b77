package nl.sluiswachter.explanation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Reasons;
import nl.sluiswachter.catalogue.Remedy;
import nl.sluiswachter.transfer.Finding;
import nl.sluiswachter.transferlog.RecordedDecision;

/** Tells a recorded decision to a system: the codes, articles and paths of the answer to its sender. */
public final class TechnicalAccount {

    private final RecordedDecision decision;
    private final Reasons texts;
    private final Language language;

    /** @param catalogue the version that the decision used */
    public TechnicalAccount(RecordedDecision decision, Catalogue catalogue, Language language) {
        this.decision = decision;
        this.texts = catalogue.texts();
        this.language = language;
    }

    /** The members of the contract that the log entry gives; what was left out and the duties only for the sender. */
    public Map<String, Object> members(boolean forSender) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("exchangeType", decision.exchangeType());
        json.put("purpose", decision.purpose());
        json.put("decidedAt", decision.recordedAt().toString());
        json.put("findings", decision.findings().stream().map(this::finding).toList());
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
            json.put("remedies", remedies());
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

    private List<Map<String, Object>> remedies() {
        return decision.reasons().stream()
                .flatMap(finding -> texts.reasons().get(finding.code()).remedies().stream())
                .distinct()
                .map(this::remedy)
                .toList();
    }

    private Map<String, Object> remedy(String code) {
        Remedy remedy = texts.remedies().get(code);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", code);
        json.put("text", remedy.text().in(language));
        if (remedy.call() != null) {
            json.put("call", remedy.call());
        }
        return json;
    }
}
