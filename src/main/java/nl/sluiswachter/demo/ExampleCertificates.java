package nl.sluiswachter.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import nl.sluiswachter.kernel.crypto.Pem;
import nl.sluiswachter.party.PartyDirectory;

/**
 * Makes the certificates of {@code certs-example} from its {@code parties.yaml}. The CA keys are thrown away, so a
 * renewal makes everything anew. What is there is complete or is made again: the file {@value #MADE_FOR} is removed
 * first and written last.
 */
public final class ExampleCertificates {

    /** Written when all is complete; holds the digest of the list that the files were made for. */
    static final String MADE_FOR = ".made-for";

    private static final Duration RENEW_BEFORE = Duration.ofDays(30);
    private static final String GATEWAY = "gateway.pem";

    private final Path folder;
    private final Clock clock;

    /** @param folder holds {@code parties.yaml} and receives everything else */
    public ExampleCertificates(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Arguments: the folder ({@code certs-example} when absent), and {@code --renew} to make all of them anew. */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        List<String> given = Arrays.asList(arguments);
        Path folder = given.stream()
                .filter(argument -> !argument.startsWith("--"))
                .map(Path::of)
                .findFirst()
                .orElse(Path.of("certs-example"));
        ExampleCertificates certificates = new ExampleCertificates(folder, Clock.systemUTC());
        boolean made = given.contains("--renew") ? certificates.renew() : certificates.prepare();
        System.Logger log = System.getLogger(ExampleCertificates.class.getName());
        log.log(
                System.Logger.Level.INFO,
                made ? "Made new example certificates in {0}" : "Example certificates in {0} are still good",
                folder);
    }

    /**
     * Makes the certificates when they are missing, incomplete, made for another list, or expire within 30 days.
     *
     * @return whether they were made
     */
    public boolean prepare() throws IOException, GeneralSecurityException {
        try (FileChannel channel = lockFile();
                FileLock lock = channel.lock()) {
            return !(lock.isValid() && isGood()) && make();
        }
    }

    /** Makes the certificates anew, whatever is there. */
    public boolean renew() throws IOException, GeneralSecurityException {
        try (FileChannel channel = lockFile();
                FileLock lock = channel.lock()) {
            return lock.isValid() && make();
        }
    }

    private FileChannel lockFile() throws IOException {
        return FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private boolean make() throws IOException {
        Files.deleteIfExists(folder.resolve(MADE_FOR));
        ExampleFolder files = new ExampleFolder(folder);
        new ExampleSet(clock.instant(), files).write(new PartyDirectory(folder).list());
        files.write(MADE_FOR, files.digestOf(PartyDirectory.LIST));
        return true;
    }

    private boolean isGood() throws IOException, GeneralSecurityException {
        Path made = folder.resolve(MADE_FOR);
        return Files.exists(made)
                && Arrays.equals(Files.readAllBytes(made), new ExampleFolder(folder).digestOf(PartyDirectory.LIST))
                && isComplete()
                && expiry().minus(RENEW_BEFORE).isAfter(clock.instant());
    }

    private boolean isComplete() throws IOException {
        return ExampleSet.names(new PartyDirectory(folder).list()).stream()
                .allMatch(name -> Files.exists(folder.resolve(name)));
    }

    /** All good certificates and both revocation lists end at the same moment as the gateway's own certificate. */
    private Instant expiry() throws IOException, GeneralSecurityException {
        X509Certificate own = Pem.certificates(folder.resolve(GATEWAY)).get(0);
        return own.getNotAfter().toInstant();
    }
}
