package nl.sluiswachter;

import java.time.Clock;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.settings.SecretFile;
import nl.sluiswachter.transferlog.LogMark;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Time, identifiers and what is made of the key of subjects: the only place where the real clock is made. */
@Configuration(proxyBeanMethods = false)
class KernelConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    IdSource idSource(Clock clock) {
        return new UuidV7(clock);
    }

    @Bean
    SubjectKeys subjectKeys(GatewaySettings settings) {
        return new SubjectKeys(
                SecretFile.read("sluiswachter.keys.subject", settings.keys().subject()));
    }

    @Bean
    LogMark logMark(SubjectKeys keys) {
        return new LogMark(keys);
    }
}
