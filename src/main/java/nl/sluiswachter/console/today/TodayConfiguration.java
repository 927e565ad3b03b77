package nl.sluiswachter.console.today;

import java.time.Duration;
import nl.sluiswachter.canary.Canaries;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.console.logpage.LogEvents;
import nl.sluiswachter.delivery.StuckMessages;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.JdbcEndings;
import nl.sluiswachter.report.ReportReviews;
import nl.sluiswachter.security.ServerCertificate;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.transferlog.figures.Refusals;
import nl.sluiswachter.transferlog.task.Tasks;
import nl.sluiswachter.transferlog.tree.Backlog;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.transferlog.tree.Sequencer;
import nl.sluiswachter.transferlog.witness.WitnessStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is looked after, in the order in which equally urgent lines stand. */
@Configuration(proxyBeanMethods = false)
class TodayConfiguration {

    @Bean
    LogState logState(
            JdbcClient jdbc,
            CheckpointTable checkpoints,
            Backlog backlog,
            Sequencer sequencer,
            WitnessStatus witnesses,
            LogEvents events,
            GatewaySettings settings) {
        Duration within = settings.console().verifyWithin();
        return new LogState(jdbc, checkpoints, backlog, sequencer, witnesses, events, within);
    }

    @Bean
    @Order(1)
    Watch logWatch(LogState log) {
        return new LogWatch(log);
    }

    @Bean
    @Order(2)
    Watch canaryWatch(Canaries canaries) {
        return new CanaryWatch(canaries);
    }

    @Bean
    @Order(3)
    Watch reviewWatch(Tasks tasks, GatewaySettings settings) {
        return new ReviewWatch(tasks, new Oin(settings.oin()));
    }

    @Bean
    @Order(4)
    Watch heldBackWatch(ReportReviews reviews, GatewaySettings settings) {
        return new HeldBackWatch(reviews, new Oin(settings.oin()));
    }

    @Bean
    @Order(5)
    Watch deliveryWatch(StuckMessages messages, ActiveCatalogue catalogue) {
        return new DeliveryWatch(messages, catalogue);
    }

    @Bean
    @Order(6)
    Watch certificateWatch(JdbcEndings endings, ServerCertificate own) {
        return new CertificateWatch(endings, own);
    }

    @Bean
    @Order(7)
    Watch dutyWatch(Tasks tasks, GatewaySettings settings) {
        return new DutyWatch(tasks, new Oin(settings.oin()));
    }

    @Bean
    @Order(8)
    Watch refusalWatch(Refusals refusals, ActiveCatalogue catalogue) {
        return new RefusalWatch(refusals, catalogue);
    }
}
