package nl.sluiswachter;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Base64;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.settings.GatewaySettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Time, identifiers and subject keys: the only place where the real clock is made. */
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
        try {
            return new SubjectKeys(Base64.getMimeDecoder()
                    .decode(Files.readAllBytes(settings.keys().subject())));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The file of sluiswachter.keys.subject must hold at least 32 random bytes in base64", e);
        }
    }
}
