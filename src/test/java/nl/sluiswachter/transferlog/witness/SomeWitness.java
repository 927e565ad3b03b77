package nl.sluiswachter.transferlog.witness;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import nl.sluiswachter.support.TestDatabase;
import nl.sluiswachter.transferlog.merkle.CosignatureSigner;
import nl.sluiswachter.transferlog.merkle.Ed25519;
import nl.sluiswachter.transferlog.merkle.SignerKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A witness of one log, with a database and an address of its own. */
public final class SomeWitness implements AutoCloseable {

    private static final SignerKey KEY = SignerKey.of("witness.example/w1", Ed25519.COSIGNATURE, new byte[32]);

    private final SomeAddress address;

    /** @param neighbour verifier key of the log; asked for when it comes, since it may not be there before */
    public SomeWitness(Supplier<String> neighbour) {
        JdbcClient jdbc = JdbcClient.create(TestDatabase.create().asApplication());
        CosignatureSigner signer = new CosignatureSigner(KEY, Clock.systemUTC());
        WitnessMemory memory = new WitnessMemory(emptyFolder().resolve("cosigned"));
        this.address = new SomeAddress(body -> new WitnessDesk(
                        WitnessConfiguration.neighbours(List.of(neighbour.get())),
                        signer,
                        jdbc,
                        memory,
                        Clock.systemUTC())
                .answer(body));
    }

    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory("witness");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String key() {
        return KEY.verifierKey().text();
    }

    public URI url() {
        return address.url();
    }

    /** Its certificate authority, as a PEM file. */
    public Path trust(Path folder) {
        try {
            return Files.write(folder.resolve("witness-ca.pem"), SomeAddress.authority());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        address.close();
    }
}
