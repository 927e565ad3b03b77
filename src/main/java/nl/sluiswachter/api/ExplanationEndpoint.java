package nl.sluiswachter.api;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Catalogues;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Voice;
import nl.sluiswachter.explanation.Account;
import nl.sluiswachter.explanation.Narrator;
import nl.sluiswachter.explanation.PlainList;
import nl.sluiswachter.explanation.TechnicalAccount;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.report.Arrivals;
import nl.sluiswachter.transferlog.RecordedDecision;
import nl.sluiswachter.transferlog.RecordedDecisions;

/** {@code GET /v1/transfers/{id}/explanation}: one decision, told to a system, a professional or the resident. */
public final class ExplanationEndpoint {

    /** Who reads it. */
    private enum Audience {
        TECHNICAL,
        PROFESSIONAL,
        RESIDENT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final RecordedDecisions decisions;
    private final Catalogues catalogues;
    private final Parties parties;
    private final Arrivals arrivals;
    private final StrictJson json;

    ExplanationEndpoint(
            RecordedDecisions decisions, Catalogues catalogues, Parties parties, Arrivals arrivals, StrictJson json) {
        this.decisions = decisions;
        this.catalogues = catalogues;
        this.parties = parties;
        this.arrivals = arrivals;
        this.json = json;
    }

    /**
     * The explanation, from the log entry, in the words of the catalogue that was used.
     *
     * @throws ProblemException 404 for others than its parties, 503 when that catalogue is not there
     */
    public Answer explain(Request request) {
        Complaints complaints = new Complaints();
        Audience audience = audience(request, complaints);
        Language language = language(request, complaints);
        complaints.throwIfAny();
        Oin caller = request.caller().oin();
        RecordedDecision decision = decisions
                .find(RegisterProblems.id(request))
                .flatMap(found -> visible(found, caller))
                .orElseThrow(RegisterProblems::notFound);
        Catalogue law = catalogues.version(decision.policyVersion()).orElseThrow(ExplanationEndpoint::withoutLaw);
        if (audience == Audience.TECHNICAL) {
            boolean forSender = decision.sender().equals(caller);
            Map<String, Object> answer = opening(decision, audience, language);
            answer.putAll(new TechnicalAccount(decision, law, language, arrivals.missed(decision)).members(forSender));
            return Preferences.plainText(request.header("accept"))
                    ? Answer.text(200, PlainList.of(answer).getBytes(StandardCharsets.UTF_8))
                    : Answer.json(200, json.write(answer));
        }
        return plain(request, decision, audience, language, law);
    }

    private Answer plain(
            Request request, RecordedDecision decision, Audience audience, Language language, Catalogue law) {
        Voice voice = audience == Audience.RESIDENT ? Voice.RESIDENT : Voice.PROFESSIONAL;
        Account account = Narrator.tell(
                decision,
                law,
                voice,
                language,
                oin -> parties.find(oin).map(Party::name),
                arrivals.told(decision, language));
        if (Preferences.plainText(request.header("accept"))) {
            return Answer.text(200, account.text().getBytes(StandardCharsets.UTF_8));
        }
        Map<String, Object> answer = opening(decision, audience, language);
        answer.put("title", account.title());
        answer.put("paragraphs", account.paragraphs());
        answer.put("text", account.text());
        return Answer.json(200, json.write(answer));
    }

    /** As for the transfer itself: a refused one is nobody's business but the sender's. */
    private static Optional<RecordedDecision> visible(RecordedDecision decision, Oin caller) {
        if (decision.sender().equals(caller)) {
            return Optional.of(decision);
        }
        return decision.receiver()
                .filter(caller::equals)
                .filter(receiver -> decision.permit())
                .map(receiver -> decision.forReceiver());
    }

    private static Map<String, Object> opening(RecordedDecision decision, Audience audience, Language language) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("transferId", decision.transferId().toString());
        answer.put("decision", decision.permit() ? "PERMIT" : "DENY");
        answer.put("policyVersion", decision.policyVersion());
        answer.put("audience", audience.word());
        answer.put("lang", language == Language.EN ? "en" : "nl");
        return answer;
    }

    private static Audience audience(Request request, Complaints complaints) {
        String text = request.query().getOrDefault("audience", Audience.PROFESSIONAL.word());
        for (Audience audience : Audience.values()) {
            if (audience.word().equals(text)) {
                return audience;
            }
        }
        complaints.add("audience", "UNKNOWN_VALUE", "technical, professional or resident is expected.");
        return Audience.PROFESSIONAL;
    }

    private static Language language(Request request, Complaints complaints) {
        String text = request.query().get("lang");
        if (text == null) {
            return Preferences.language(request.header("accept-language"));
        }
        if (!text.equals("nl") && !text.equals("en")) {
            complaints.add("lang", "UNKNOWN_VALUE", "nl or en is expected.");
        }
        return text.equals("en") ? Language.EN : Language.NL;
    }

    private static ProblemException withoutLaw() {
        return new ProblemException(Problem.of(
                503,
                "POLICY_VERSION_UNAVAILABLE",
                "The catalogue of this decision is not here",
                "The decision stands; it is explained only with the version it used. Ask the operator to load it."));
    }
}
