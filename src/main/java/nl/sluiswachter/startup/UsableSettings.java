package nl.sluiswachter.startup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.crypto.SigningKey;

/** Whether the gateway's own number and its key files hold what they must; never repeats what they hold. */
final class UsableSettings {

    private static final int KEY_BYTES = 32;
    private static final List<String> OPTIONAL =
            List.of("sluiswachter.keys.witness", "sluiswachter.keys.log-post-quantum");

    private final UnaryOperator<String> settings;

    /** @param settings the value of a setting; files are readable */
    UsableSettings(UnaryOperator<String> settings) {
        this.settings = settings;
    }

    /** @throws StartRefused with every fault in one sentence */
    void check() {
        List<String> faults = new ArrayList<>();
        if (!Oin.isValid(settings.apply("sluiswachter.oin"))) {
            faults.add("sluiswachter.oin must have 20 digits or capitals");
        }
        if (bytes("sluiswachter.keys.subject") < KEY_BYTES) {
            faults.add("the file of sluiswachter.keys.subject must hold at least 32 random bytes in base64");
        }
        if (bytes("sluiswachter.keys.payload") != KEY_BYTES) {
            faults.add("the file of sluiswachter.keys.payload must hold 32 random bytes in base64");
        }
        if (bytes("sluiswachter.keys.log") != KEY_BYTES) {
            faults.add("the file of sluiswachter.keys.log must hold 32 random bytes in base64");
        }
        for (String optional : OPTIONAL) {
            if (!settings.apply(optional).isBlank() && bytes(optional) != KEY_BYTES) {
                faults.add("the file of " + optional + " must hold 32 random bytes in base64");
            }
        }
        if (!isSigningKey("sluiswachter.keys.signing")) {
            faults.add(
                    "the file of sluiswachter.keys.signing must hold an EC P-256 or RSA (3072 bits or more) private key in PKCS#8 PEM");
        }
        if (!faults.isEmpty()) {
            throw new StartRefused("These settings cannot be used: " + String.join("; ", faults) + ".");
        }
    }

    /** How many bytes the file holds in base64; none when it is anything else. */
    private int bytes(String setting) {
        try {
            String text = Files.readString(file(setting), StandardCharsets.US_ASCII);
            return Base64.getDecoder().decode(text.replaceAll("\\s", "")).length;
        } catch (IOException | IllegalArgumentException e) {
            return 0;
        }
    }

    private boolean isSigningKey(String setting) {
        try {
            return SigningKey.read(file(setting)) != null;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private Path file(String setting) {
        return Path.of(settings.apply(setting));
    }
}
