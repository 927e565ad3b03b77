package nl.sluiswachter.console.figures;

import java.util.List;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.PartyRoll;
import nl.sluiswachter.party.PartyRoll.Registered;
import nl.sluiswachter.transferlog.figures.Acknowledged;
import nl.sluiswachter.transferlog.figures.Figure;
import nl.sluiswachter.transferlog.figures.Figures;

/** Reads figures for a page: three statements, whatever is asked. The same rows as the API gives, so the same secrets. */
public class Counts {

    private final Figures figures;
    private final PartyRoll roll;
    private final Oin viewer;

    Counts(Figures figures, PartyRoll roll, Oin viewer) {
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
        boolean tooMany = decided.size() > Figures.MOST || answered.size() > Figures.MOST;
        Stream<Count> counts = Stream.concat(
                decided.stream().map(figure -> Count.of(figure, attribution)),
                answered.stream().map(answer -> Count.of(answer, attribution)));
        return new Counted(
                scope,
                parties,
                attribution,
                tooMany
                        ? List.of()
                        : counts.filter(count ->
                                        scope.law().isEmpty() || scope.law().equals(count.law()))
                                .toList(),
                tooMany);
    }
}
