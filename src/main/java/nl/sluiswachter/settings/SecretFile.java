package nl.sluiswachter.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A file with a secret as base64, over one or more lines. */
public final class SecretFile {

    private SecretFile() {}

    /**
     * The bytes of the secret.
     *
     * @param setting what names the file, for the error; never what the file holds
     * @throws IllegalStateException when there is no such file or it is not base64
     */
    public static byte[] read(String setting, Path file) {
        if (file == null) {
            throw new IllegalStateException("Set " + setting + " to a file with 32 random bytes in base64");
        }
        try {
            return Base64.getMimeDecoder().decode(Files.readAllBytes(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("The file of " + setting + " cannot be read as base64", e);
        }
    }
}
