package nl.sluiswachter.party;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.crypto.KeyKind;

/**
 * One party of a {@link PartyFile}.
 *
 * @param name of its certificate files: lower case, digits and hyphens
 * @param title name of the organisation
 * @param side whose CA issues its certificate
 * @param key kind of key its example certificate gets
 */
public record ListedParty(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String title,
        @JsonProperty(required = true) String oin,
        @JsonProperty(required = true) Side side,
        @JsonProperty(required = true) List<String> capacities,
        KeyKind key) {

    private static final Pattern FILE_NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int LONGEST_TITLE = 200;

    public ListedParty {
        requireFileName(name);
        require(
                title != null && !title.isBlank() && title.length() <= LONGEST_TITLE,
                name,
                "a title of 1 to 200 letters");
        require(Oin.isValid(oin), name, "an oin of 20 digits or capitals, in quotes");
        require(side != null, name, "a side: PARTNER or MUNICIPALITY");
        require(capacities != null && !capacities.isEmpty(), name, "at least one capacity");
        capacities = List.copyOf(capacities);
        capacities.forEach(Capacity::new);
        key = key == null ? KeyKind.EC_P256 : key;
    }

    /** The register entry, active, with the given keys and no push address. */
    public Party withKeys(List<PartyKey> keys) {
        Set<Capacity> roles = capacities.stream().map(Capacity::new).collect(Collectors.toSet());
        return new Party(new Oin(oin), title, side, PartyStatus.ACTIVE, roles, keys, Optional.empty());
    }

    static void requireFileName(String name) {
        if (name == null || !FILE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a name has 1 to 40 lower case letters, digits and hyphens");
        }
    }

    private static void require(boolean holds, String name, String what) {
        if (!holds) {
            throw new IllegalArgumentException("party " + name + " needs " + what);
        }
    }
}
