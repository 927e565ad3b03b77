package nl.sluiswachter.console;

import java.util.Arrays;
import java.util.Optional;

/** What somebody does here; an officer can have several. */
public enum Role {
    /** Audits what was exchanged, reports to residents, reviews. */
    PRIVACY_OFFICER("privacy-officer"),
    /** Prepares and activates versions of the catalogue. */
    POLICY_EDITOR("policy-editor"),
    /** Keeps the gateway running. */
    OPERATOR("operator"),
    /** Asks whether something may be shared. */
    PROFESSIONAL("professional");

    private final String claim;

    Role(String claim) {
        this.claim = claim;
    }

    /** As the provider of identities writes it. */
    public String claim() {
        return claim;
    }

    /** The role of this name; empty for any other, which gives no right. */
    public static Optional<Role> of(String claim) {
        return Arrays.stream(values()).filter(role -> role.claim.equals(claim)).findFirst();
    }
}
