package nl.sluiswachter.transfer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import nl.sluiswachter.kernel.SubjectKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names the stages as the routes call them. */
@Configuration(proxyBeanMethods = false)
class TransferConfiguration {

    @Bean
    Registers registers(JdbcClient jdbc) {
        return new JdbcRegisters(jdbc);
    }

    @Bean
    PurposeStage purposeStage(SubjectKeys keys, Registers registers, Requests requests) {
        return new PurposeStage(keys, registers, requests);
    }

    @Bean
    ConsentStage consentStage() {
        return new ConsentStage();
    }

    @Bean
    MinimiseStage minimiseStage() {
        return new MinimiseStage();
    }

    @Bean
    OutgoingAlarm outgoingAlarm(MeterRegistry meters) {
        Logger log = LoggerFactory.getLogger(OutgoingAlarm.class);
        Counter refused = Counter.builder("sluiswachter.outgoing.refused")
                .description(
                        "Permitted messages that did not fit their own delivery schema; any is a fault of the gateway")
                .register(meters);
        return submitted -> {
            refused.increment();
            log.error(
                    "Transfer {} of type {} was refused: what remained does not fit its own delivery schema",
                    submitted.transferId(),
                    submitted.type().id());
        };
    }

    @Bean
    DecideStage decideStage(OutgoingAlarm alarm) {
        return new DecideStage(alarm);
    }
}
