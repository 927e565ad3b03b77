package nl.sluiswachter.console.figures;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.kernel.Days;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.PartyRoll;
import nl.sluiswachter.party.PartyRoll.Registered;
import nl.sluiswachter.transferlog.figures.Acknowledged;
import nl.sluiswachter.transferlog.figures.Figure;
import nl.sluiswachter.transferlog.figures.Figures;
import nl.sluiswachter.transferlog.figures.Obliged;

/**
 * Reads figures for a page: four statements, whatever is asked. No more than the API gives, and of confidential types nothing,
 * also where the municipality took part itself: these pages are read by who may not see a transfer.
 */
public class Counts {

    private final Figures figures;
    private final PartyRoll roll;
    private final Oin viewer;
    private final Clock clock;

    Counts(Figures figures, PartyRoll roll, Oin viewer, Clock clock) {
        this.clock = clock;
        this.figures = figures;
        this.roll = roll;
        this.viewer = viewer;
    }

    /** What was counted, with the law that it falls under by this catalogue. */
    public Counted of(Scope scope, Catalogue law) {
        List<Registered> parties = roll.all();
        Attribution attribution = new Attribution(law, parties);
        List<Figure> decided = figures.of(scope.figures(), viewer);
        List<Acknowledged> answered = figures.acknowledged(scope.figures(), viewer);
        List<Obliged> obliged = figures.obliged(scope.figures(), viewer, Days.of(clock.instant()));
        boolean tooMany = Stream.of(decided, answered, obliged).anyMatch(rows -> rows.size() > Figures.MOST);
        if (tooMany) {
            return new Counted(scope, parties, attribution, List.of(), true);
        }
        Stream<Count> counts = Stream.of(
                        decided.stream().map(figure -> Count.of(figure, attribution)),
                        answered.stream().map(answer -> Count.of(answer, attribution)),
                        obliged.stream().map(duty -> Count.of(duty, attribution)))
                .flatMap(Function.identity());
        List<Count> asked = counts.filter(count -> !law.isConfidential(count.type()))
                .filter(count -> scope.law().isEmpty() || scope.law().equals(count.law()))
                .toList();
        return new Counted(scope, parties, attribution, asked, false);
    }
}
