package nl.sluiswachter.console.share;

import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.ConsentDemand;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.PreconditionWords;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.catalogue.SecrecyLift;
import nl.sluiswachter.catalogue.Voice;
import nl.sluiswachter.consent.AgeBand;
import nl.sluiswachter.consent.Giver;
import nl.sluiswachter.console.Languages;
import nl.sluiswachter.explanation.Account;
import nl.sluiswachter.explanation.Narrator;
import nl.sluiswachter.explanation.Words;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.transfer.Decided;
import nl.sluiswachter.transferlog.RecordedDecision;
import nl.sluiswachter.transferlog.SupposedDecision;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Mag ik dit delen? A question about nobody: nothing is stored, and the address of the page is the whole question. */
@Controller
class ShareController {

    private final ActiveCatalogue catalogue;
    private final MessageSource messages;
    private final Clock clock;

    ShareController(ActiveCatalogue catalogue, MessageSource messages, Clock clock) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/console/may-i-share")
    String ask(@RequestParam MultiValueMap<String, String> form, Locale locale, Model model) {
        Catalogue law = catalogue.current();
        Asked asked = Asked.read(form, law);
        Words words = new Words(law, Voice.PROFESSIONAL, Languages.of(locale));
        WaysOfDanger ways = new WaysOfDanger(law, words);
        model.addAttribute(
                "view",
                new ShareView(
                        capacities(words, senders(law), asked.from()),
                        asked.from()
                                .map(from -> capacities(words, receivers(law, from), asked.to()))
                                .orElse(List.of()),
                        types(words, law, asked),
                        asked.danger() ? asked.from().map(ways::of).orElse(null) : null,
                        asked.rule()
                                .map(rule -> ask(words, law, asked, rule, locale))
                                .orElse(null),
                        asked.wrong(form, law),
                        answer(law, asked, locale)));
        return "console/may-i-share";
    }

    private ShareView.Answer answer(Catalogue law, Asked asked, Locale locale) {
        return asked.supposition()
                .map(supposition -> supposition.decide(law, clock.instant()))
                .map(decided -> answer(law, asked, decided, locale))
                .orElse(null);
    }

    private ShareView.Answer answer(Catalogue law, Asked asked, Decided decided, Locale locale) {
        RecordedDecision told = SupposedDecision.of(decided);
        Account account = Narrator.tell(told, law, Voice.PROFESSIONAL, Languages.of(locale));
        boolean isAsked = told.remedies().stream()
                .anyMatch(way -> law.texts().remedies().get(way.code()).asksConsent());
        String urgency = decided.submitted().rule().urgency().stream()
                .sorted()
                .map(one -> messages.getMessage("urgency." + one, null, locale))
                .collect(Collectors.joining(messages.getMessage("urgency.or", null, locale)));
        return new ShareView.Answer(
                decided.isPermit(),
                account,
                decided.submitted().type().id(),
                urgency,
                unseenAge(told, asked, locale),
                isAsked ? consent(law, asked, locale) : null);
    }

    /** Who chose an age and reads that it is not known wonders what was read of the form. */
    private String unseenAge(RecordedDecision told, Asked asked, Locale locale) {
        return asked.age()
                .filter(age -> told.reasons().stream().anyMatch(finding -> finding.code() == Code.AGE_UNKNOWN))
                .map(age -> messages.getMessage("age." + age.name(), null, locale))
                .orElse("");
    }

    /** As the person concerned reads it; what would be left out is not asked for. */
    private static ShareView.Consent consent(Catalogue law, Asked asked, Locale locale) {
        Words words = new Words(law, Voice.RESIDENT, Languages.of(locale));
        ExchangeType type = asked.type().orElseThrow();
        ExchangeRule rule = asked.rule().orElseThrow();
        Set<String> shared = new HashSet<>(answered(law, asked, rule));
        shared.addAll(rule.fields().of(Relation.SUBJECT));
        return new ShareView.Consent(
                words.party(asked.from().map(Capacity::code)),
                words.party(asked.to().map(Capacity::code)),
                words.of(type.title()),
                words.of(law.voices().tasks().get(rule.purpose())),
                asked.data().stream()
                        .filter(shared::contains)
                        .map(words::field)
                        .sorted()
                        .toList());
    }

    private ShareView.Ask ask(Words words, Catalogue law, Asked asked, ExchangeRule rule, Locale locale) {
        Set<String> listed = rule.fields().of(Relation.SUBJECT);
        Set<String> answered = answered(law, asked, rule).stream()
                .filter(path -> !listed.contains(path))
                .collect(Collectors.toSet());
        Set<String> others = law.fields().keySet().stream()
                .filter(path -> !listed.contains(path) && !answered.contains(path))
                .collect(Collectors.toSet());
        boolean secrecy = rule.secrecy().lift() != SecrecyLift.BY_LAW;
        return new ShareView.Ask(
                constants(AgeBand.values(), asked.age().map(Set::of).orElse(Set.of()), "age.", locale),
                fields(words, listed, asked.data()),
                fields(words, answered, asked.data()),
                fields(words, others, asked.data()),
                rule.consent().demand() != ConsentDemand.NONE || secrecy,
                constants(Giver.Relation.values(), asked.consent(), "share.consent.", locale),
                needs(rule, asked, Languages.of(locale)),
                rule.secrecy().yieldsToWeighing(),
                asked.weighed());
    }

    /** What the answer may hold, where this is a question. */
    private static Set<String> answered(Catalogue law, Asked asked, ExchangeRule rule) {
        return law.answerTo(asked.type().orElseThrow())
                .map(answer ->
                        answer.rule(asked.to().orElseThrow(), asked.from().orElseThrow(), rule.purpose()))
                .map(answer -> answer.fields().of(Relation.SUBJECT))
                .orElse(Set.of());
    }

    private static List<ShareView.Choice> needs(ExchangeRule rule, Asked asked, Language language) {
        return rule.preconditions().stream()
                .map(need -> new ShareView.Choice(
                        need.kind().name(),
                        PreconditionWords.of(need.kind()).in(language),
                        asked.met().contains(need.kind())))
                .toList();
    }

    private <T extends Enum<T>> List<ShareView.Choice> constants(T[] all, Set<T> chosen, String key, Locale locale) {
        return Arrays.stream(all)
                .map(one -> new ShareView.Choice(
                        one.name(), messages.getMessage(key + one.name(), null, locale), chosen.contains(one)))
                .toList();
    }

    private static List<ShareView.Choice> fields(Words words, Set<String> paths, Set<String> chosen) {
        return sorted(paths.stream().map(path -> new ShareView.Choice(path, words.field(path), chosen.contains(path))));
    }

    private static List<ShareView.Choice> capacities(Words words, Set<Capacity> capacities, Optional<Capacity> chosen) {
        return sorted(capacities.stream()
                .map(capacity -> new ShareView.Choice(
                        capacity.code(),
                        words.party(Optional.of(capacity.code())),
                        chosen.filter(capacity::equals).isPresent())));
    }

    private static List<ShareView.Choice> types(Words words, Catalogue law, Asked asked) {
        if (asked.from().isEmpty() || asked.to().isEmpty()) {
            return List.of();
        }
        return sorted(law.types().values().stream()
                .filter(type -> Asked.fits(type, asked.from().get(), asked.to().get()))
                .map(type -> new ShareView.Choice(
                        type.id(),
                        words.of(type.title()),
                        asked.type().filter(type::equals).isPresent())));
    }

    private static List<ShareView.Choice> sorted(Stream<ShareView.Choice> choices) {
        return choices.sorted(Comparator.comparing(ShareView.Choice::text)).toList();
    }

    private static Set<Capacity> senders(Catalogue law) {
        return union(law, type -> type.senders().stream());
    }

    private static Set<Capacity> receivers(Catalogue law, Capacity from) {
        return union(law, type -> type.rules().stream()
                .filter(rule -> rule.senders().contains(from))
                .flatMap(rule -> rule.receivers().stream()));
    }

    private static Set<Capacity> union(Catalogue law, Function<ExchangeType, Stream<Capacity>> part) {
        return law.types().values().stream().flatMap(part).collect(Collectors.toSet());
    }
}
