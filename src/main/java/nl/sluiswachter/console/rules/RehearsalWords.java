package nl.sluiswachter.console.rules;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.sluiswachter.activation.RehearsalSummary;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Reason;
import nl.sluiswachter.catalogue.Voice;
import nl.sluiswachter.console.Languages;
import nl.sluiswachter.explanation.Words;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.PartyRoll;
import org.springframework.context.MessageSource;

/**
 * Puts a rehearsal into words: exchange types, parties and reasons by their names. Of confidential exchanges nothing, not even that
 * there was one: by a version made for it an editor could ask.
 */
final class RehearsalWords {

    private static final String DUTY = "duty: ";
    private static final String LEFT_OUT = "left out: ";

    private final Catalogue law;
    private final MessageSource messages;
    private final Locale locale;
    private final Language language;
    private final Words words;
    private final PartyRoll parties;

    RehearsalWords(Catalogue law, PartyRoll parties, MessageSource messages, Locale locale) {
        this.law = law;
        this.messages = messages;
        this.locale = locale;
        this.language = Languages.of(locale);
        this.words = new Words(law, Voice.PROFESSIONAL, language);
        this.parties = parties;
    }

    RehearsalView view(RehearsalSummary summary) {
        Map<Oin, String> names = parties.names(summary.changes().stream()
                .map(RehearsalSummary.Change::sender)
                .filter(Oin::isValid)
                .map(Oin::new)
                .toList());
        return new RehearsalView(
                summary.open(),
                summary.changes().stream()
                        .filter(change -> !law.isConfidential(change.exchangeType()))
                        .map(change -> change(change, names))
                        .toList());
    }

    private RehearsalView.Change change(RehearsalSummary.Change change, Map<Oin, String> names) {
        return new RehearsalView.Change(
                law.title(change.exchangeType(), language),
                name(change.sender(), names),
                change.before(),
                change.after(),
                told(change.appeared()),
                told(change.disappeared()),
                change.deliversMore(),
                change.decisions());
    }

    private static String name(String oin, Map<Oin, String> names) {
        return Oin.isValid(oin) ? names.getOrDefault(new Oin(oin), oin) : oin;
    }

    private List<String> told(Collection<String> traces) {
        return traces.stream().map(this::told).toList();
    }

    /** A code, perhaps with a field: the sentence of the code, and the name of the field. */
    private String told(String trace) {
        if (trace.startsWith(DUTY)) {
            String code = trace.substring(DUTY.length());
            return messages.getMessage("duty." + code, null, code, locale);
        }
        String text = trace.startsWith(LEFT_OUT) ? trace.substring(LEFT_OUT.length()) : trace;
        String[] parts = text.split(" ", 2);
        String sentence = law.texts()
                .named(parts[0])
                .map(Reason::text)
                .map(reason -> reason.in(language))
                .orElse(trace);
        return parts.length > 1 ? words.field(parts[1]) + ": " + sentence : sentence;
    }
}
