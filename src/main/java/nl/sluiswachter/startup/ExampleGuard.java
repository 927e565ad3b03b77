package nl.sluiswachter.startup;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import nl.sluiswachter.kernel.crypto.ExampleMark;
import nl.sluiswachter.kernel.crypto.Pem;

/** Refuses to sign receipts with an example key: everybody can make one. What cannot be read is refused by whoever reads it. */
final class ExampleGuard {

    private final Path key;
    private final List<Path> certificates;

    /**
     * @param key the key that signs receipts
     * @param certificates of that key, and of earlier ones
     */
    ExampleGuard(Path key, List<Path> certificates) {
        this.key = key;
        this.certificates = certificates;
    }

    /** @throws StartRefused naming the setting */
    void check() {
        if (isExample(() -> ExampleMark.isOnKey(key))) {
            throw refused("sluiswachter.keys.signing");
        }
        for (Path file : certificates) {
            if (isExample(() -> Pem.certificates(file).stream().anyMatch(ExampleMark::isOn))) {
                throw refused("sluiswachter.keys.signing-certificates");
            }
        }
    }

    private static StartRefused refused(String setting) {
        return new StartRefused(
                setting
                        + " names an example certificate or key, which everybody can make; outside the demo profile give your own.");
    }

    private static boolean isExample(Look look) {
        try {
            return look.look();
        } catch (IOException | GeneralSecurityException e) {
            return false;
        }
    }

    private interface Look {
        boolean look() throws IOException, GeneralSecurityException;
    }
}
