package nl.sluiswachter.api;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import nl.sluiswachter.consent.ConsentRegister;
import nl.sluiswachter.consent.ConsentRules;
import nl.sluiswachter.facts.FactRegister;
import nl.sluiswachter.facts.FactRules;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.transferlog.sql.OpenDoorDatabase;
import nl.sluiswachter.transferlog.timestamp.TimeStampTable;
import nl.sluiswachter.transferlog.tree.BundleTable;
import nl.sluiswachter.transferlog.tree.CheckpointSigner;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.transferlog.tree.TileTable;
import nl.sluiswachter.transferlog.witness.WitnessDesk;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires strict reading, the register calls and the published contract. */
@Configuration(proxyBeanMethods = false)
class RegisterEndpointConfiguration {

    @Bean
    StrictJson strictJson(GatewaySettings settings) {
        return new StrictJson(settings.limits());
    }

    @Bean
    ConsentEndpoint consentEndpoint(
            StrictJson json, ConsentRegister register, ConsentRules rules, SubjectKeys keys, Clock clock) {
        return new ConsentEndpoint(json, register, rules, keys, clock);
    }

    @Bean
    ConsentChangeEndpoint consentChangeEndpoint(
            StrictJson json, ConsentRegister register, ConsentRules rules, SubjectKeys keys, Clock clock) {
        return new ConsentChangeEndpoint(json, register, rules, keys, clock);
    }

    @Bean
    ConsentExportEndpoint consentExportEndpoint(
            StrictJson json, ConsentRegister register, Parties parties, SubjectKeys keys) {
        return new ConsentExportEndpoint(json, register, parties, keys);
    }

    @Bean
    FactEndpoint factEndpoint(StrictJson json, FactRegister register, FactRules rules, SubjectKeys keys) {
        return new FactEndpoint(json, register, rules, keys);
    }

    @Bean
    ServletRegistrationBean<LogServlet> publicLog(
            OpenDoorDatabase database, CheckpointSigner signer, GatewaySettings settings) {
        JdbcClient jdbc = database.jdbc();
        LogHeads heads = new LogHeads(
                new CheckpointTable(jdbc),
                new TimeStampTable(jdbc),
                signer,
                settings.witnessing().quorum());
        return new ServletRegistrationBean<>(
                new LogServlet(heads, new TileTable(jdbc), new BundleTable(jdbc)), LogServlet.PATH);
    }

    @Bean
    ServletRegistrationBean<WitnessServlet> witness(Optional<WitnessDesk> desk, MeterRegistry meters) {
        return new ServletRegistrationBean<>(new WitnessServlet(desk, meters), WitnessServlet.PATH);
    }

    @Bean
    ServletRegistrationBean<OpenApiServlet> openApi() {
        return new ServletRegistrationBean<>(new OpenApiServlet(), OpenApiServlet.PATH);
    }
}
