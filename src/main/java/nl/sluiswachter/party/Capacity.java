package nl.sluiswachter.party;

import java.util.regex.Pattern;

/** The role in which a party acts, as named by the catalogue: {@code GEMEENTE_WMO}, {@code HUISARTS} … */
public record Capacity(String code) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

    /** @throws IllegalArgumentException when the code is not in capitals, digits and underscores */
    public Capacity {
        if (code == null || !SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("A capacity is 2 to 40 capitals, digits and underscores");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
