package nl.sluiswachter.console;

import java.util.Optional;
import java.util.UUID;

/** Reads ids in addresses. */
public final class AddressId {

    private AddressId() {}

    /** The id, in the one way in which it is written; empty for any other text. */
    public static Optional<UUID> of(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
