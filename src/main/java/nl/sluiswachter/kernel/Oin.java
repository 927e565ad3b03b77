package nl.sluiswachter.kernel;

import java.util.regex.Pattern;

/**
 * Organisatie-identificatienummer: 20 positions, prefix 8 + main number + suffix (Logius OIN standard). Some registers
 * use letters, so digits only is not demanded.
 */
public record Oin(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9A-Z]{20}");

    /** @throws IllegalArgumentException when the value is not 20 digits or capitals */
    public Oin {
        if (!isValid(value)) {
            throw new IllegalArgumentException("An OIN has 20 digits or capitals");
        }
    }

    /** Whether the text has the shape of an OIN. */
    public static boolean isValid(String text) {
        return text != null && SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
