package nl.sluiswachter.console.transfers;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Article;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.LegalReference;
import nl.sluiswachter.catalogue.Reason;
import nl.sluiswachter.catalogue.Voice;
import nl.sluiswachter.console.Here;
import nl.sluiswachter.console.Languages;
import nl.sluiswachter.explanation.Words;
import nl.sluiswachter.kernel.Days;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.search.Found;
import org.springframework.context.MessageSource;

/** Entries of the log in the reader's words. A code that the catalogue has no words for is shown as it is. */
final class TransferWords {

    private static final DateTimeFormatter SORTABLE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");

    private final Catalogue law;
    private final Map<Oin, String> names;
    private final MessageSource messages;
    private final Locale locale;
    private final Words words;

    /** @param names of parties */
    TransferWords(Catalogue law, Map<Oin, String> names, MessageSource messages, Locale locale) {
        this.messages = messages;
        this.law = law;
        this.names = names;
        this.locale = locale;
        this.words = new Words(law, Voice.PROFESSIONAL, Languages.of(locale));
    }

    /** One line of a list. */
    TransfersView.Row row(Found decision, List<Found> steps) {
        TransferState state = TransferState.of(decision, steps);
        return new TransfersView.Row(
                decision.text("transferId").orElse(""),
                moment(decision),
                decision.text("sender").map(this::party).orElse(""),
                decision.text("receiver").map(this::party).orElse(""),
                decision.isDamaged()
                        ? word("transfers.damaged")
                        : decision.text("exchangeType").map(this::type).orElse(""),
                state.words(),
                state.style(),
                state == TransferState.DAMAGED && !decision.isDamaged()
                        ? word("transfers.damaged.step")
                        : firstReason(decision));
    }

    String moment(Found found) {
        return Here.moment(found.place().at(), locale);
    }

    String word(String key) {
        return messages.getMessage(key, null, locale);
    }

    /** The moment of a step among others. */
    String exactly(Found found) {
        return Here.exactly(found.place().at(), locale);
    }

    /** The moment of a line in a file that a spreadsheet puts in order, in the time of the page and with what that is. */
    String sortable(Found found) {
        return SORTABLE.format(found.place().at().atZone(Days.ZONE));
    }

    /** What came out; as it is where the log says something else. */
    String outcome(String code) {
        return messages.getMessage("transfers.outcome." + code, null, code, locale);
    }

    /** What the register calls it; its OIN when it does not, and nothing when the log does not know the party. */
    String party(String oin) {
        return Oin.isValid(oin) ? names.getOrDefault(new Oin(oin), oin) : "";
    }

    String type(String code) {
        return law.title(code, Languages.of(locale));
    }

    String reason(String code) {
        return law.texts().named(code).map(Reason::text).map(words::of).orElse(code);
    }

    /** As a lawyer writes it; what has no day from which it holds is said to be no law yet. */
    private String article(String name) {
        String written = LegalReference.parse(name).isPresent()
                ? name
                : messages.getMessage("article." + name.replace(':', '.'), null, name, locale);
        Article article = law.articles().get(name);
        return article == null || article.inForceFrom() != null
                ? written
                : messages.getMessage("article.no-law", new Object[] {written}, locale);
    }

    private String firstReason(Found decision) {
        for (var finding : decision.entry().path("findings")) {
            if (finding.path("outcome").asText().equals("FAIL")) {
                return reason(finding.path("code").asText());
            }
        }
        return "";
    }

    /** What can be chosen in the form, and what is chosen, which may be of an earlier catalogue. */
    TransfersView.Choices choices(SearchForm form) {
        return new TransfersView.Choices(
                names.entrySet().stream()
                        .map(party -> new TransfersView.Choice(party.getKey().value(), party.getValue()))
                        .toList(),
                choices(law.types().keySet().stream(), form.text("exchangeType"), this::type),
                choices(
                        law.texts().reasons().keySet().stream()
                                .filter(Code::refuses)
                                .map(Code::name),
                        form.text("reason"),
                        this::reason),
                choices(law.articles().keySet().stream(), form.text("article"), this::article));
    }

    /** What the form looks for and no list has: parties that nobody registered, and what no rule knows. */
    List<String> unlisted(SearchForm form) {
        List<String> unlisted = new ArrayList<>(SearchReader.PARTIES.stream()
                .filter(field -> Oin.isValid(form.text(field)) && !names.containsKey(new Oin(form.text(field))))
                .toList());
        if (!form.text("exchangeType").isEmpty() && !law.types().containsKey(form.text("exchangeType"))) {
            unlisted.add("exchangeType");
        }
        if (!form.text("reason").isEmpty()
                && law.texts().named(form.text("reason")).isEmpty()) {
            unlisted.add("reason");
        }
        return unlisted;
    }

    /** What was looked for, in the order of the form; of a person only that it was one. */
    List<TransfersView.Told> told(SearchForm form) {
        return SearchForm.ORDER.stream()
                .filter(field -> !field.equals("kind") && form.texts().containsKey(field))
                .map(field -> new TransfersView.Told(
                        "transfers.by." + toldAs(field, form.text(field)), told(field, form.text(field))))
                .toList();
    }

    /** A day is included, a moment is not. */
    private static String toldAs(String field, String text) {
        return field.equals("until") && SearchReader.moment(text).isPresent() ? "before" : field;
    }

    private String told(String field, String text) {
        return switch (field) {
            case "from", "until" ->
                SearchReader.moment(text)
                        .map(moment -> Here.moment(moment, locale))
                        .orElseGet(() -> Here.day(LocalDate.parse(text), locale));
            case "party", "sender", "receiver" -> party(text);
            case "exchangeType" -> type(text);
            case "reason" -> reason(text);
            case "article" -> article(text);
            case SearchForm.PERSON -> "";
            default -> text;
        };
    }

    private static List<TransfersView.Choice> choices(
            Stream<String> codes, String chosen, UnaryOperator<String> words) {
        return Stream.concat(codes, Stream.of(chosen).filter(code -> !code.isEmpty()))
                .distinct()
                .map(code -> new TransfersView.Choice(code, words.apply(code)))
                .sorted(Comparator.comparing(TransfersView.Choice::text))
                .toList();
    }
}
