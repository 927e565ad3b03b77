package nl.sluiswachter.command;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import nl.sluiswachter.activation.Activation;
import nl.sluiswachter.activation.ActivationRefused;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueException;
import nl.sluiswachter.catalogue.CatalogueFiles;
import nl.sluiswachter.catalogue.CatalogueLoader;
import nl.sluiswachter.transferlog.LogDamaged;
import nl.sluiswachter.transferlog.tree.DamageAlarm;
import nl.sluiswachter.transferlog.tree.EpochRefused;
import nl.sluiswachter.transferlog.tree.SignerRefusal;
import nl.sluiswachter.transferlog.tree.TreeDamaged;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Carries out one command and ends: 0 done, 1 refused, 2 typed wrong or not able to work. Opens no port. */
public final class CommandLine {

    private static final String CATALOGUE = "catalogue";
    private static final String LOG = "log";
    private static final String VERIFY = "verify";
    private static final Set<String> HELPS = Set.of("help", "-h", "--help", "-help");

    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int UNABLE = 2;

    private static final String FAMILIES =
            """
            java -jar sluiswachter.jar [settings]      start the gateway; docs/settings.md lists the settings
            java -jar sluiswachter.jar catalogue help  judge, rehearse, approve and activate a catalogue
            java -jar sluiswachter.jar log help        export, archive and destroy entries, look into alarms
            java -jar sluiswachter.jar verify help     verify the log, a proof, a receipt or a report
            """;

    /** Nothing is wrong, and something is not proven. */
    static final int UNPROVEN = 3;

    private static final String HELP =
            """
            java -jar sluiswachter.jar catalogue <command> [settings of the gateway]

              check <folder>           judge the files of a catalogue; needs no database
              load [<folder>]          keep a catalogue beside the one in force; without a folder that of this jar
              diff <version|folder>    what it says otherwise than the one in force; with two: than the first
              rehearse <version>       decide the recorded decisions again and list what would change
              approve <version> --officer-key <file.pem|file.p12> [--password-file <file>]
                                       add an officer's approval; two different officers must
              activate <version>       make it the law in force on every node
              status                   the version in force, and how far the others are
              help                     this page

            A version may be cut to its first 8 hex digits. Ends with 0 when done, 1 when refused, 2 when it could not work.
            """;

    private final Class<?> application;
    private final ApplicationContextInitializer<ConfigurableApplicationContext> demo;
    private final Terminal terminal;

    private CommandLine(
            Class<?> application,
            ApplicationContextInitializer<ConfigurableApplicationContext> demo,
            Terminal terminal) {
        this.application = application;
        this.demo = demo;
        this.terminal = terminal;
    }

    /** Whether a command was typed and not a start of the gateway, which takes settings only. */
    public static boolean isMeant(String... typed) {
        Words words = Words.of(typed);
        return words.word(0).isPresent() || words.settings().stream().anyMatch(HELPS::contains);
    }

    /**
     * Carries out what was typed.
     *
     * @param application the beans that a command needs
     * @param demo finds the database of a running demo
     * @return the exit code
     */
    public static int run(
            Class<?> application, ApplicationContextInitializer<ConfigurableApplicationContext> demo, String... typed) {
        return run(application, demo, new Terminal(System.out, System.err), typed);
    }

    static int run(
            Class<?> application,
            ApplicationContextInitializer<ConfigurableApplicationContext> demo,
            Terminal terminal,
            String... typed) {
        return new CommandLine(application, demo, terminal).run(Words.of(typed));
    }

    private int run(Words words) {
        try {
            return run(words.word(0).filter(word -> !HELPS.contains(word)).orElse("help"), words);
        } catch (CatalogueException | ActivationRefused | EpochRefused | SignerRefusal | TreeDamaged | LogDamaged e) {
            terminal.complain(e.getMessage());
            return REFUSED;
        } catch (Misuse e) {
            terminal.complain(e.getMessage());
            return UNABLE;
        } catch (BadSqlGrammarException e) {
            terminal.complain("The database was not prepared for this jar: start the gateway of this jar once.");
            return UNABLE;
        } catch (DataAccessException e) {
            terminal.complain("The database cannot be used: see whether it runs and spring.datasource.* is right.");
            return UNABLE;
        }
    }

    private int run(String family, Words words) {
        switch (family) {
            case VERIFY -> {
                return new VerifyCommands(terminal, words).run();
            }
            case LOG -> log(words.word(1).orElse("help"), words);
            case CATALOGUE -> catalogue(words.word(1).orElse("help"), words);
            case "help" -> terminal.say(FAMILIES.stripTrailing());
            default -> throw new Misuse("There is no such command; help lists them.");
        }
        return DONE;
    }

    private void catalogue(String verb, Words words) {
        switch (verb) {
            case "help" -> terminal.say(HELP.stripTrailing());
            case "check" -> check(words);
            default ->
                inContext(words, context -> new CatalogueCommands(
                                context.getBean(Activation.class),
                                context.getBean(CatalogueFiles.class),
                                terminal,
                                words)
                        .run(verb));
        }
    }

    private void log(String verb, Words words) {
        if (verb.equals("help")) {
            terminal.say((LogCommands.HELP + LogCommands.ALARMS_HELP + RetentionCommands.HELP).stripTrailing());
        } else {
            inContext(words, context -> new LogCommands(context, terminal, words).run(verb));
        }
    }

    private void check(Words words) {
        CatalogueFiles files = files(words.word(2).orElseThrow(() -> new Misuse("Say which folder.")));
        Catalogue catalogue = new CatalogueLoader().load(files);
        terminal.say(
                "No fault in %d files with %d exchange types",
                files.texts().size(), catalogue.types().size());
        terminal.say("Version %s", catalogue.version());
    }

    private void inContext(Words words, Consumer<ConfigurableApplicationContext> command) {
        SpringApplication spring = new SpringApplication(application);
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.setInitializers(List.of(demo));
        spring.setDefaultProperties(java.util.Map.of("spring.main.keep-alive", "false"));
        try (ConfigurableApplicationContext context =
                start(spring, words.settings().toArray(String[]::new))) {
            carryOut(command, context);
        }
    }

    private static void carryOut(
            Consumer<ConfigurableApplicationContext> command, ConfigurableApplicationContext context) {
        try {
            command.accept(context);
        } catch (LogDamaged e) {
            new DamageAlarm(context.getBean(JdbcClient.class), context.getBean(Clock.class)).raise(e);
            throw e;
        }
    }

    /** Why a start fails is told by the analysis of failures, in one sentence. */
    private static ConfigurableApplicationContext start(SpringApplication spring, String... settings) {
        try {
            return spring.run(settings);
        } catch (RuntimeException e) {
            throw new Misuse("Nothing was done.");
        }
    }

    static CatalogueFiles files(String folder) {
        Path path = Path.of(folder);
        if (!Files.isDirectory(path)) {
            throw new Misuse("There is no such folder.");
        }
        try {
            return CatalogueFiles.in(path);
        } catch (UncheckedIOException e) {
            throw new Misuse("The files of that folder cannot be read.");
        }
    }
}
