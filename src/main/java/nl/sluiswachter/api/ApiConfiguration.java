package nl.sluiswachter.api;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogues;
import nl.sluiswachter.delivery.Deliveries;
import nl.sluiswachter.delivery.Inbox;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.report.Arrivals;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.transferlog.Receipts;
import nl.sluiswachter.transferlog.RecordedDecisions;
import nl.sluiswachter.transferlog.TransferLog;
import nl.sluiswachter.transferlog.proof.ProofFiles;
import nl.sluiswachter.transferlog.tree.DamageAlarm;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names the edge and the endpoints as the routes call them, and gives Camel its servlet. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    @Bean
    ServletRegistrationBean<ApiServlet> camelServlet(ObjectProvider<CamelContext> camel) {
        ApiServlet api = new ApiServlet(() -> camel.getObject().isStarted());
        ServletRegistrationBean<ApiServlet> servlet = new ServletRegistrationBean<>(api, "/v1/*");
        servlet.setName("CamelServlet");
        servlet.setLoadOnStartup(1);
        return servlet;
    }

    @Bean
    ServletRegistrationBean<ReceiptKeysServlet> receiptKeys(Receipts receipts) {
        return new ServletRegistrationBean<>(
                new ReceiptKeysServlet(receipts.verificationKeys()), ReceiptKeysServlet.PATH);
    }

    @Bean
    NoHeaders noHeaders() {
        return new NoHeaders();
    }

    @Bean
    Edge edge() {
        return new Edge(new StrictQueries(OpenApiServlet.contract()));
    }

    @Bean
    TransferAnswers transferAnswers(StrictJson json, MeterRegistry meters) {
        return new TransferAnswers(json, meters);
    }

    @Bean
    Failures failures(StrictJson json, TransferAnswers answers, DamageAlarm alarm) {
        return new Failures(json, answers, alarm);
    }

    @Bean
    TransferParts transferParts(StrictJson json, ActiveCatalogue catalogue) {
        return new TransferParts(json, catalogue);
    }

    @Bean
    TransferIntake transferIntake(
            SubjectKeys hashes,
            TransferLog log,
            ActiveCatalogue catalogue,
            Parties parties,
            GatewaySettings settings,
            IdSource ids,
            Clock clock) {
        return new TransferIntake(new IdempotencyKeys(hashes), log, catalogue, parties, settings.limits(), ids, clock);
    }

    @Bean
    TransferEndpoint transferEndpoint(TransferLog log, Deliveries deliveries, StrictJson json) {
        return new TransferEndpoint(log, deliveries, json);
    }

    @Bean
    ProofEndpoint proofEndpoint(TransferLog log, ProofFiles files, StrictJson json) {
        return new ProofEndpoint(log, files, json);
    }

    @Bean
    ExplanationEndpoint explanationEndpoint(
            RecordedDecisions decisions, Catalogues catalogues, Parties parties, Arrivals arrivals, StrictJson json) {
        return new ExplanationEndpoint(decisions, catalogues, parties, arrivals, json);
    }

    @Bean
    CatalogueEndpoint catalogueEndpoint(ActiveCatalogue catalogue, StrictJson json, GatewaySettings settings) {
        return new CatalogueEndpoint(
                catalogue, json, new TextLimit(settings.limits().text()));
    }

    @Bean
    InboxEndpoint inboxEndpoint(Inbox inbox, StrictJson json) {
        return new InboxEndpoint(inbox, json);
    }
}
