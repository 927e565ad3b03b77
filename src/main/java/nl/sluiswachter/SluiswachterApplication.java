package nl.sluiswachter;

import nl.sluiswachter.command.CommandLine;
import nl.sluiswachter.demo.DemoCommand;
import nl.sluiswachter.security.TlsPolicy;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the gateway, or carries out one command and ends. */
@SpringBootApplication
public class SluiswachterApplication {

    public static void main(String[] arguments) {
        if (CommandLine.isMeant(arguments)) {
            System.exit(CommandLine.run(CommandApplication.class, new DemoCommand(), arguments));
        }
        TlsPolicy.setSystemProperties();
        SpringApplication.run(SluiswachterApplication.class, arguments);
    }
}
