package nl.sluiswachter.console.figures;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.kernel.Days;
import nl.sluiswachter.party.PartyRoll;
import nl.sluiswachter.party.PartyRoll.Registered;
import nl.sluiswachter.transferlog.figures.Acknowledged;
import nl.sluiswachter.transferlog.figures.Exchange;
import nl.sluiswachter.transferlog.figures.Figure;
import nl.sluiswachter.transferlog.figures.Figures;
import nl.sluiswachter.transferlog.figures.Obliged;
import nl.sluiswachter.transferlog.figures.Sums;

/**
 * Reads figures for a page in a few statements, whatever is asked. Of confidential types nothing, also where the municipality
 * took part itself: these pages are read by who may not see a transfer.
 */
public class Counts {

    private final Figures figures;
    private final PartyRoll roll;
    private final Clock clock;

    Counts(Figures figures, PartyRoll roll, Clock clock) {
        this.clock = clock;
        this.figures = figures;
        this.roll = roll;
    }

    /** Who exchanged what with whom, with the law that it falls under by this catalogue. */
    public Counted of(Scope scope, Catalogue law) {
        Counted counted = uncounted(scope, law).with(figures.exchanged(scope.figures()));
        return counted.isOfNobody() ? of(scope.ofEverybody(), law) : counted;
    }

    /** The names and laws by which a choice is told, with nothing counted. */
    Counted uncounted(Scope scope, Catalogue law) {
        List<Registered> parties = roll.all();
        return new Counted(scope, parties, new Attribution(law, parties), List.of(), false);
    }

    /** The same with all that is known of it. */
    Summed summed(Scope scope, Catalogue law) {
        Summed summed = found(scope, law);
        return summed.counted().isOfNobody() ? found(scope.ofEverybody(), law) : summed;
    }

    private Summed found(Scope asked, Catalogue law) {
        Optional<Counted> ofLaw = asked.law().map(chosen -> of(asked, law));
        Scope scope = ofLaw.map(Counted::scope).orElse(asked);
        Optional<List<Exchange>> only = ofLaw.map(
                counted -> counted.counts().stream().map(Count::exchange).toList());
        Sums sums = figures.sums(scope.figures(), only, Days.of(clock.instant()));
        if (ofLaw.filter(Counted::tooMany).isPresent()) {
            return new Summed(ofLaw.get(), sums);
        }
        return new Summed(ofLaw.orElseGet(() -> uncounted(scope, law)).with(sums.exchanges()), sums);
    }

    /** What a choice has in all. */
    record Summed(Counted counted, Sums sums) {}

    /** Every figure by itself; empty where there are more than are read at once. */
    Optional<List<FigureLine>> lines(Scope scope, Attribution attribution) {
        List<Figure> decided = figures.open(scope.figures());
        List<Acknowledged> answered = figures.acknowledged(scope.figures());
        List<Obliged> obliged = figures.obliged(scope.figures(), Days.of(clock.instant()));
        if (Stream.of(decided, answered, obliged).anyMatch(rows -> rows.size() > Figures.MOST)) {
            return Optional.empty();
        }
        Stream<FigureLine> lines = Stream.of(
                        decided.stream().map(figure -> FigureLine.of(figure, attribution)),
                        answered.stream().map(answer -> FigureLine.of(answer, attribution)),
                        obliged.stream().map(duty -> FigureLine.of(duty, attribution)))
                .flatMap(Function.identity());
        return Optional.of(
                lines.filter(line -> scope.law().isEmpty() || scope.law().equals(line.law()))
                        .toList());
    }
}
