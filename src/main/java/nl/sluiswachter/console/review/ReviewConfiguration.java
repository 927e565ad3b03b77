package nl.sluiswachter.console.review;

import java.time.Clock;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogues;
import nl.sluiswachter.console.officers.OfficerNames;
import nl.sluiswachter.party.PartyRoll;
import nl.sluiswachter.report.Arrivals;
import nl.sluiswachter.report.ReportReviews;
import nl.sluiswachter.transferlog.RecordedDecisions;
import nl.sluiswachter.transferlog.search.Cursors;
import nl.sluiswachter.transferlog.task.Reviews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReviewConfiguration {

    @Bean
    ReviewRows reviewRows(ActiveCatalogue catalogue, PartyRoll parties, Clock clock) {
        return new ReviewRows(catalogue, parties, clock);
    }

    @Bean
    HeldBackStory heldBackStory(
            ReportReviews reviews,
            Catalogues catalogues,
            PartyRoll parties,
            OfficerNames officers,
            Cursors cursors,
            Arrivals arrivals) {
        return new HeldBackStory(reviews, catalogues, parties, officers, cursors, arrivals);
    }

    @Bean
    ReviewStory reviewStory(
            ReviewRows rows,
            Reviews reviews,
            RecordedDecisions decisions,
            Catalogues catalogues,
            PartyRoll parties,
            OfficerNames officers,
            Arrivals arrivals) {
        return new ReviewStory(rows, reviews, decisions, catalogues, parties, officers, arrivals);
    }
}
