package nl.sluiswachter.transfer;

import nl.sluiswachter.kernel.SubjectKeys;
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
    DecideStage decideStage() {
        return new DecideStage();
    }
}
