package nl.sluiswachter.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.sluiswachter.kernel.SubjectKeys;

/**
 * Tells which version is the law in force: the last activation that two officers signed for, or the first one, which the
 * gateway sealed with its own secret. What somebody else wrote into the table does not count, whoever it was.
 */
public final class LawInForce {

    private static final String SEAL = "catalogue-first-activation";

    private final JdbcCatalogueEvents events;
    private final Officers officers;
    private final SubjectKeys secret;

    public LawInForce(JdbcCatalogueEvents events, Officers officers, SubjectKeys secret) {
        this.events = events;
        this.officers = officers;
        this.secret = secret;
    }

    /** The last genuine activation. */
    public Optional<JdbcCatalogueEvents.Activated> find() {
        return events.activations().stream().filter(this::isGenuine).findFirst();
    }

    private boolean isGenuine(JdbcCatalogueEvents.Activated activated) {
        return isGenuine(activated, () -> events.approvals(activated.activation(), activated.version()));
    }

    /**
     * Whether the activation was decided by those who may.
     *
     * @param approvals given for it, not verified
     */
    public boolean isGenuine(JdbcCatalogueEvents.Activated activated, Supplier<List<Approval>> approvals) {
        if (activated.activation() == 1) {
            return activated.seal() != null && MessageDigest.isEqual(seal(activated.version()), activated.seal());
        }
        return officers.suffice(approvals.get());
    }

    /** The gateway's own mark on the first activation, which nobody makes who has only the database. */
    public byte[] seal(String version) {
        return secret.hash(SEAL, version.getBytes(StandardCharsets.UTF_8));
    }
}
