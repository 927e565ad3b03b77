package nl.sluiswachter.console.work;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.crypto.PayloadCipher;
import nl.sluiswachter.kernel.crypto.PayloadTampered;

/** Results, sealed for the work and the officer that they belong to: put into another row they do not open. */
final class SealedResults {

    /** Of a result without its file. */
    static final int LARGEST = 8 * 1024 * 1024;

    private static final String LABEL = "console work";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PayloadCipher cipher;

    SealedResults(PayloadCipher cipher) {
        this.cipher = cipher;
    }

    /** By what the table knows an officer. */
    byte[] officer(String id) {
        return cipher.check(LABEL + " of " + id);
    }

    PayloadCipher.Sealed seal(UUID id, byte[] officer, WorkResult result) throws IOException {
        byte[] plain = JSON.writeValueAsBytes(result);
        if (plain.length > LARGEST) {
            throw new IOException("The result is too large to keep");
        }
        return cipher.seal(envelope(id, officer), plain);
    }

    /** Empty for what does not open. */
    Optional<WorkResult> open(UUID id, byte[] officer, PayloadCipher.Sealed sealed) {
        try {
            return Optional.of(JSON.readValue(cipher.open(envelope(id, officer), sealed), WorkResult.class));
        } catch (PayloadTampered | IOException e) {
            return Optional.empty();
        }
    }

    private static List<String> envelope(UUID id, byte[] officer) {
        return List.of(LABEL, id.toString(), HexFormat.of().formatHex(officer));
    }
}
