package nl.sluiswachter.catalogue;

import java.util.List;

/** Text of a code and, for what fails, the ways out. */
public record Reason(Text text, List<String> remedies) {

    public Reason {
        remedies = remedies == null ? List.of() : List.copyOf(remedies);
    }
}
