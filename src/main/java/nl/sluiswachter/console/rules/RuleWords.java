package nl.sluiswachter.console.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.catalogue.AgeRegime;
import nl.sluiswachter.catalogue.Article;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ConsentDemand;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.ObligationRule;
import nl.sluiswachter.catalogue.PreconditionRule;
import nl.sluiswachter.catalogue.PreconditionWords;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.catalogue.Retention;
import nl.sluiswachter.catalogue.Voice;
import nl.sluiswachter.console.Languages;
import nl.sluiswachter.console.Spans;
import nl.sluiswachter.explanation.Words;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.transferlog.projection.ProcessingRegister;
import org.springframework.context.MessageSource;

/** Puts an exchange type into the words of the catalogue itself. */
final class RuleWords {

    private final Catalogue law;
    private final MessageSource messages;
    private final Locale locale;
    private final Language language;
    private final Words words;

    RuleWords(Catalogue law, MessageSource messages, Locale locale) {
        this.law = law;
        this.messages = messages;
        this.locale = locale;
        this.language = Languages.of(locale);
        this.words = new Words(law, Voice.PROFESSIONAL, language);
    }

    TypeView type(ExchangeType type) {
        Optional<ExchangeType> question = Optional.ofNullable(type.answers()).flatMap(law::type);
        return new TypeView(
                type.id(),
                words.of(type.title()),
                words.of(type.explanation()),
                question.map(ExchangeType::id).orElse(""),
                question.map(ExchangeType::title).map(words::of).orElse(""),
                law.isConfidential(type.id()),
                type.rules().stream().map(this::rule).toList());
    }

    /** Whether every article that some rule rests on is law on this day. */
    boolean isInForce(ExchangeType type, LocalDate day) {
        return type.rules().stream()
                .anyMatch(rule -> rule.articles().stream().allMatch(article -> isInForce(article, day)));
    }

    private boolean isInForce(String name, LocalDate day) {
        Article article = law.articles().get(name);
        return article != null
                && article.inForceFrom() != null
                && !article.inForceFrom().isAfter(day)
                && (article.inForceUntil() == null || !article.inForceUntil().isBefore(day));
    }

    private TypeView.Rule rule(ExchangeRule rule) {
        return new TypeView.Rule(
                parties(rule.senders()),
                parties(rule.receivers()),
                words.of(law.voices().tasks().get(rule.purpose())),
                rule.articles().stream().map(this::basis).toList(),
                rule.avgGrounds().stream().map(ProcessingRegister::article).toList(),
                rule.consent().demand().name(),
                rule.consent().kinds().stream().map(Enum::name).toList(),
                givers(rule),
                rule.secrecy().lift().name(),
                rule.bsn().name(),
                rule.objectable(),
                rule.preconditions().stream().map(this::precondition).toList(),
                groups(rule),
                rule.fields().mandatory().stream().map(this::fields).toList(),
                rule.household().name(),
                rule.obligations().stream().map(this::duty).toList(),
                term(rule.retentionSender()),
                term(rule.retentionReceiver()),
                rule.urgency().stream().sorted().map(Enum::name).toList());
    }

    private List<TypeView.Giver> givers(ExchangeRule rule) {
        AgeRegime regime = law.regime(rule);
        if (regime == null || rule.consent().demand() == ConsentDemand.NONE) {
            return List.of();
        }
        return List.of(
                new TypeView.Giver("UNDER_12", regime.under12().name()),
                new TypeView.Giver("FROM_12", regime.from12().name()),
                new TypeView.Giver("FROM_16", regime.from16().name()),
                new TypeView.Giver("ADULT", regime.adult().name()));
    }

    private TypeView.Basis basis(String name) {
        Article article = law.articles().get(name);
        return new TypeView.Basis(
                name,
                article == null || article.inForceFrom() == null ? "" : words.date(article.inForceFrom()),
                article == null || article.inForceUntil() == null ? "" : words.date(article.inForceUntil()));
    }

    private TypeView.Need precondition(PreconditionRule rule) {
        return new TypeView.Need(PreconditionWords.of(rule.kind()).in(language), rule.article());
    }

    private List<TypeView.Group> groups(ExchangeRule rule) {
        List<TypeView.Group> groups = new ArrayList<>();
        for (Relation relation : Relation.values()) {
            Set<String> paths = rule.fields().of(relation);
            if (!paths.isEmpty()) {
                groups.add(new TypeView.Group(person(relation), marked(rule, relation, paths)));
            }
        }
        return groups;
    }

    private List<TypeView.Field> marked(ExchangeRule rule, Relation relation, Set<String> paths) {
        FieldMarks marks = new FieldMarks(law, rule);
        return paths.stream()
                .map(path -> new TypeView.Field(words.field(path), marks.of(relation, path)))
                .distinct()
                .sorted(Comparator.comparing(TypeView.Field::title))
                .toList();
    }

    private String person(Relation relation) {
        return words.of(law.voices().persons().get(relation).one());
    }

    private List<String> fields(Collection<String> paths) {
        return paths.stream().map(words::field).distinct().sorted().toList();
    }

    private List<String> parties(Set<Capacity> capacities) {
        return capacities.stream()
                .map(capacity -> words.party(Optional.of(capacity.code())))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private TypeView.Need duty(ObligationRule duty) {
        String what = messages.getMessage("duty." + duty.code(), null, duty.code(), locale);
        Object[] values = {what, new Spans(messages, locale).of(duty.within())};
        return new TypeView.Need(messages.getMessage("rule.duty", values, locale), duty.article());
    }

    private String term(Retention retention) {
        return retention.term().map(new Spans(messages, locale)::of).orElse("");
    }

    /** Every exchange type by its title, in the order that a reader looks for it. */
    List<Map.Entry<String, ExchangeType>> byTitle() {
        return law.types().values().stream()
                .map(type -> Map.entry(words.of(type.title()), type))
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }

    /** The explanation in the reader's language. */
    String explanation(ExchangeType type) {
        return words.of(type.explanation());
    }
}
