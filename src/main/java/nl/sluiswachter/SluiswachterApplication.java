package nl.sluiswachter;

import nl.sluiswachter.security.TlsPolicy;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the gateway. */
@SpringBootApplication
public class SluiswachterApplication {

    public static void main(String[] arguments) {
        TlsPolicy.setSystemProperties();
        SpringApplication.run(SluiswachterApplication.class, arguments);
    }
}
