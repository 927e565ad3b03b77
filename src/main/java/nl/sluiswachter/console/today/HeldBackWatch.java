package nl.sluiswachter.console.today;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.report.ReportReviews;

/**
 * Whether there may be something held back to look at: somebody else gave residents reports. Not whether one held anything back, nor
 * how many wait: who gives a report could ask a colleague whether that changed, and would know what the report does not tell.
 */
record HeldBackWatch(ReportReviews reviews, Oin municipality) implements Watch {

    @Override
    public Set<Role> audience() {
        return Set.of(Role.PRIVACY_OFFICER);
    }

    @Override
    public List<Line> look(Reader reader) {
        ReportReviews.Reviewer officer = new ReportReviews.Reviewer(
                municipality, Optional.of(reader.officer().id()));
        return reviews.wereGivenBefore(reader.today(), officer)
                ? List.of(reader.line(
                        Urgency.KNOW, "held-back", ReviewWatch.LINK + "/reports", ReportReviews.LOOKED_BACK.getDays()))
                : List.of();
    }
}
