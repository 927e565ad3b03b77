package nl.sluiswachter.console.rules;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.activation.RehearsalSummary;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Reason;
import nl.sluiswachter.catalogue.Voice;
import nl.sluiswachter.console.Languages;
import nl.sluiswachter.explanation.Words;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.Party;
import org.springframework.context.MessageSource;

/** Puts a rehearsal into words: exchange types, parties and reasons by their names. */
final class RehearsalWords {

    private static final String DUTY = "duty: ";
    private static final String LEFT_OUT = "left out: ";

    private final Catalogue law;
    private final MessageSource messages;
    private final Locale locale;
    private final Language language;
    private final Words words;
    private final Parties parties;
    private final Map<String, String> names = new HashMap<>();

    RehearsalWords(Catalogue law, Parties parties, MessageSource messages, Locale locale) {
        this.law = law;
        this.messages = messages;
        this.locale = locale;
        this.language = Languages.of(locale);
        this.words = new Words(law, Voice.PROFESSIONAL, language);
        this.parties = parties;
    }

    RehearsalView view(RehearsalSummary summary) {
        return new RehearsalView(
                summary.digest(),
                summary.decisions(),
                summary.same(),
                summary.changed(),
                summary.notRehearsable(),
                summary.deliversMore(),
                summary.unlisted(),
                summary.changes().stream().map(this::change).distinct().toList());
    }

    /** Of a confidential exchange neither who nor how often: the figures tell that to nobody either. */
    private RehearsalView.Change change(RehearsalSummary.Change change) {
        boolean hidden = law.isConfidential(change.exchangeType());
        return new RehearsalView.Change(
                law.type(change.exchangeType())
                        .map(type -> words.of(type.title()))
                        .orElse(change.exchangeType()),
                hidden
                        ? messages.getMessage("rehearsal.hidden", null, locale)
                        : names.computeIfAbsent(change.sender(), this::name),
                change.before(),
                change.after(),
                told(change.appeared()),
                told(change.disappeared()),
                change.deliversMore(),
                hidden ? 0 : change.decisions());
    }

    private String name(String oin) {
        return Oin.isValid(oin) ? parties.find(new Oin(oin)).map(Party::name).orElse(oin) : oin;
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
        String sentence = code(parts[0])
                .map(code -> law.texts().reasons().get(code))
                .map(Reason::text)
                .map(reason -> reason.in(language))
                .orElse(trace);
        return parts.length > 1 ? words.field(parts[1]) + ": " + sentence : sentence;
    }

    private static Optional<Code> code(String name) {
        return Arrays.stream(Code.values())
                .filter(code -> code.name().equals(name))
                .findFirst();
    }
}
