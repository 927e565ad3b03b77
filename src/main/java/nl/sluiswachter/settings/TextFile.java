package nl.sluiswachter.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with a secret as text, such as a password that somebody else gave out. */
public final class TextFile {

    private TextFile() {}

    /**
     * The text without the spaces around it.
     *
     * @param setting what names the file, for the error; never what the file holds
     * @throws IllegalStateException when there is no such file
     */
    public static String read(String setting, Path file) {
        if (file == null) {
            throw new IllegalStateException("Set " + setting + " to a file with the secret");
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException("The file of " + setting + " cannot be read", e);
        }
    }
}
