package nl.sluiswachter.console.today;

import java.util.List;
import java.util.Set;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.report.ReportReviews;

/** Reports to residents that held something back, and that nobody else looked at yet. */
record HeldBackWatch(ReportReviews reviews, Oin municipality) implements Watch {

    @Override
    public Set<Role> audience() {
        return Set.of(Role.PRIVACY_OFFICER);
    }

    @Override
    public List<Line> look(Reader reader) {
        long number = reviews.unjudged(new ReportReviews.Reviewer(
                municipality, java.util.Optional.of(reader.officer().id())));
        return number == 0
                ? List.of()
                : List.of(reader.line(
                        Urgency.SOON,
                        "held-back",
                        ReviewWatch.LINK + "/reports",
                        reader.number(number, ReportReviews.MOST_UNJUDGED)));
    }
}
