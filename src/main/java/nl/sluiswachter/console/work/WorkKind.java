package nl.sluiswachter.console.work;

import java.util.Collections;
import java.util.Set;
import nl.sluiswachter.console.ConsolePage;
import nl.sluiswachter.console.Role;

/** What is done in the background, and for whom: who lost the role has the result no longer. */
public enum WorkKind {
    /** The whole log is verified. */
    VERIFICATION(ConsolePage.LOG.roles()),
    /** Recorded decisions are decided again by another version of the rules. */
    REHEARSAL(Set.of(Role.POLICY_EDITOR)),
    /** A rehearsal is repeated, for whoever is about to approve. */
    REVIEW(Set.of(Role.POLICY_EDITOR)),
    /** Transfers are written into a file. */
    EXPORT(ConsolePage.TRANSFERS.roles(), true),
    /** A resident's report is made. */
    REPORT(ConsolePage.REPORT.roles(), true);

    private final Set<Role> roles;
    private final boolean makesFile;

    WorkKind(Set<Role> roles) {
        this(roles, false);
    }

    WorkKind(Set<Role> roles, boolean makesFile) {
        this.roles = roles;
        this.makesFile = makesFile;
    }

    /** Whether a file comes of it, which needs room. */
    boolean makesFile() {
        return makesFile;
    }

    /** Whether its steps are parts of a whole, and no things that one counts. */
    boolean isShare() {
        return this == EXPORT || this == REHEARSAL || this == REVIEW;
    }

    /** Whether it is there for somebody with these roles. */
    boolean isFor(Set<Role> held) {
        return !Collections.disjoint(roles, held);
    }
}
