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
import nl.sluiswachter.transferlog.figures.Sums;
import nl.sluiswachter.transferlog.figures.Tally;
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

    FiguresView view(ScopeForm form, Sums sums) {
        Map<String, Tally> months = new LinkedHashMap<>();
        months(sums).forEach((month, tally) -> months.put(ScopeForm.month(month, locale), tally));
        return new FiguresView(
                form,
                counted.total(),
                Bars.bars(months),
                bars(count -> Stream.of(lawKey(count.law())), this::word),
                bars(count -> Stream.of(count.exchange().type()), this::title),
                bars(
                        count -> Stream.concat(
                                        Stream.of(count.exchange().sender()), count.exchange().receiver().stream())
                                .map(Oin::value)
                                .distinct(),
                        party -> name(new Oin(party))),
                refusals(sums),
                answers(sums),
                duties(sums),
                counted.tooMany());
    }

    /** What the law is called; of a type that is not in the catalogue any more that it has none. */
    String law(Optional<Origin> origin) {
        return word(lawKey(origin));
    }

    String title(String type) {
        return law.title(type, language);
    }

    String reason(String code) {
        return law.texts().named(code).map(known -> known.text().in(language)).orElse(code);
    }

    String name(Oin party) {
        return counted.attribution().party(party).map(Registered::name).orElse(party.value());
    }

    String word(String key) {
        return messages.getMessage(key, null, locale);
    }

    /** Every month of the choice, also the one in which nothing happened. */
    private Map<YearMonth, Tally> months(Sums sums) {
        Map<YearMonth, Tally> months = new TreeMap<>();
        for (YearMonth month = counted.scope().from();
                !month.isAfter(counted.scope().until());
                month = month.plusMonths(1)) {
            months.put(month, Tally.NONE);
        }
        months.putAll(sums.months());
        return months;
    }

    /** Added up first and named then: there are many counts and few names. */
    private <K extends Comparable<K>> List<FiguresView.Bar> bars(
            Function<Count, Stream<K>> keys, Function<K, String> name) {
        Map<String, Tally> shown = new LinkedHashMap<>();
        counted.by(keys)
                .forEach((key, tally) -> shown.merge(
                        shown.size() < MOST_ROWS ? name.apply(key) : word("figures.others"), tally, Tally::plus));
        return Bars.bars(shown);
    }

    private static String lawKey(Optional<Origin> origin) {
        return "law." + origin.map(Enum::name).orElse("NONE");
    }

    private List<FiguresView.Refusal> refusals(Sums sums) {
        long most = sums.reasons().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return sums.reasons().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(reason -> refusal(reason.getKey(), reason.getValue(), most))
                .toList();
    }

    private FiguresView.Refusal refusal(String code, long times, long most) {
        Optional<Reason> reason = law.texts().named(code);
        return new FiguresView.Refusal(
                code,
                reason(code),
                reason.stream()
                        .flatMap(known -> known.remedies().stream())
                        .map(name -> law.texts().remedies().get(name).text().in(language))
                        .toList(),
                times,
                Bars.length(times, most, Bars.BAR));
    }

    /** How soon, and at last what was not answered, or not yet. */
    private List<FiguresView.Answer> answers(Sums sums) {
        Map<String, Long> times = new LinkedHashMap<>();
        Arrays.stream(Within.values())
                .forEach(within -> times.put(within.name(), sums.answers().getOrDefault(within, 0L)));
        Tally total = counted.total();
        times.put("NOT", Math.max(0, total.permitted() - total.answered()));
        long most = times.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return times.entrySet().stream()
                .map(one -> new FiguresView.Answer(
                        "within." + one.getKey(), one.getValue(), Bars.length(one.getValue(), most, Bars.BAR)))
                .toList();
    }

    private List<FiguresView.Duty> duties(Sums sums) {
        return sums.duties().stream()
                .map(duty -> new FiguresView.Duty(
                        messages.getMessage("duty." + duty.code(), null, duty.code(), locale),
                        duty.transfers(),
                        duty.done() + " (" + Bars.percent(duty.done(), duty.transfers()) + ")",
                        duty.late(),
                        duty.review()))
                .toList();
    }
}
