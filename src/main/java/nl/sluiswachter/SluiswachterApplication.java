package nl.sluiswachter;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the gateway. */
@SpringBootApplication
public class SluiswachterApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(SluiswachterApplication.class, arguments);
    }
}
