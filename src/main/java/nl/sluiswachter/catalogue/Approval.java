package nl.sluiswachter.catalogue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An officer's signed word that a version may become the law in force.
 *
 * @param activation number of the activation it is for; an approval is worth nothing for any other
 * @param rehearsal SHA-256 of the summary that the officer saw, lowercase hex
 * @param officer SHA-256 of the officer's public key, lowercase hex
 * @param signature over {@link #statement()}
 */
public record Approval(String version, int activation, String rehearsal, String officer, Instant at, byte[] signature) {

    /** What is signed: one member per line, so that it can be read before it is signed; UTF-8. */
    public byte[] statement() {
        return String.join(
                        "\n",
                        "sluiswachter catalogue approval 1",
                        "version " + version,
                        "activation " + activation,
                        "rehearsal sha256:" + rehearsal,
                        "officer sha256:" + officer,
                        "at " + at,
                        "")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The same with a signature. */
    public Approval signed(byte[] bytes) {
        return new Approval(version, activation, rehearsal, officer, at, bytes);
    }
}
