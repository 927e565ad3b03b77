package nl.sluiswachter.console.figures;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Language;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.catalogue.Reason;
import nl.sluiswachter.console.Languages;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.PartyRoll.Registered;
import nl.sluiswachter.transferlog.figures.Acknowledged.Within;
import org.springframework.context.MessageSource;

/** Puts counts into the reader's words. */
final class FiguresWords {

    private static final int MOST_ROWS = 100;

    private final Counted counted;
    private final Catalogue law;
    private final MessageSource messages;
    private final Locale locale;
    private final Language language;

    FiguresWords(Counted counted, MessageSource messages, Locale locale) {
        this.counted = counted;
        this.law = counted.attribution().law();
        this.messages = messages;
        this.locale = locale;
        this.language = Languages.of(locale);
    }

    FiguresView view(ScopeForm form) {
        Map<YearMonth, Tally> months = months();
        Map<String, Tally> named = new LinkedHashMap<>();
        months.forEach((month, tally) -> named.put(ScopeForm.month(month, locale), tally));
        return new FiguresView(
                form,
                counted.total(),
                Charts.months(months, locale),
                Charts.bars(named),
                bars(count -> Stream.of(law(count.law()))),
                bars(count -> Stream.of(title(count.type()))),
                bars(count -> Stream.concat(Stream.of(count.sender()), count.receiver().stream())
                        .distinct()
                        .map(this::name)),
                refusals(),
                answers(),
                duties(),
                counted.tooMany());
    }

    /** What the law is called; of a type that is not in the catalogue any more that it has none. */
    String law(Optional<Origin> origin) {
        return word("law." + origin.map(Enum::name).orElse("NONE"));
    }

    String title(String type) {
        return law.title(type, language);
    }

    String name(Oin party) {
        return counted.attribution().party(party).map(Registered::name).orElse(party.value());
    }

    String word(String key) {
        return messages.getMessage(key, null, locale);
    }

    /** Every month of the choice, also the one in which nothing happened. */
    private Map<YearMonth, Tally> months() {
        Map<YearMonth, Tally> months = new TreeMap<>();
        for (YearMonth month = counted.scope().from();
                !month.isAfter(counted.scope().until());
                month = month.plusMonths(1)) {
            months.put(month, Tally.NONE);
        }
        months.putAll(counted.by(count -> Stream.of(count.month())));
        return months;
    }

    private List<FiguresView.Bar> bars(Function<Count, Stream<String>> keys) {
        Map<String, Tally> shown = new LinkedHashMap<>();
        counted.by(keys)
                .forEach((key, tally) ->
                        shown.merge(shown.size() < MOST_ROWS ? key : word("figures.others"), tally, Tally::plus));
        return Charts.bars(shown);
    }

    private List<FiguresView.Refusal> refusals() {
        Map<String, Tally> sums = counted.by(count -> count.reason().stream());
        long most = sums.values().stream().mapToLong(Tally::refused).max().orElse(0);
        return sums.entrySet().stream()
                .map(sum -> refusal(sum.getKey(), sum.getValue().refused(), most))
                .toList();
    }

    private FiguresView.Refusal refusal(String code, long times, long most) {
        Optional<Reason> reason = law.texts().named(code);
        return new FiguresView.Refusal(
                code,
                reason.map(known -> known.text().in(language)).orElse(code),
                reason.stream()
                        .flatMap(known -> known.remedies().stream())
                        .map(name -> law.texts().remedies().get(name).text().in(language))
                        .toList(),
                times,
                Charts.length(times, most, Charts.BAR));
    }

    /** How soon, and at last what was not answered, or not yet. */
    private List<FiguresView.Answer> answers() {
        Map<String, Tally> sums = counted.by(count -> count.within().map(Enum::name).stream());
        Map<String, Long> times = new LinkedHashMap<>();
        Arrays.stream(Within.values())
                .forEach(within -> times.put(
                        within.name(),
                        sums.getOrDefault(within.name(), Tally.NONE).answered()));
        Tally total = counted.total();
        times.put("NOT", Math.max(0, total.permitted() - total.answered()));
        long most = times.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return times.entrySet().stream()
                .map(one -> new FiguresView.Answer(
                        "within." + one.getKey(), one.getValue(), Charts.length(one.getValue(), most, Charts.BAR)))
                .toList();
    }

    private List<FiguresView.Duty> duties() {
        Map<String, Count.Duty> sums = new TreeMap<>();
        counted.counts().stream()
                .flatMap(count -> count.duty().stream())
                .forEach(duty -> sums.merge(duty.code(), duty, Count.Duty::plus));
        return sums.values().stream()
                .map(duty -> new FiguresView.Duty(
                        messages.getMessage("duty." + duty.code(), null, duty.code(), locale),
                        duty.times(),
                        duty.done() + " (" + Charts.percent(duty.done(), duty.times()) + ")",
                        duty.late(),
                        duty.review()))
                .toList();
    }
}
