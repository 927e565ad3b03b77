package nl.sluiswachter.console.signin;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.Role;

/**
 * The ways to sign in.
 *
 * @param demo whether anybody may choose a role; in the demo profile only
 * @param provider the provider of identities; empty when none is configured
 */
record Reception(boolean demo, Optional<Provider> provider, Clock clock) {

    /** Somebody of the demo with this one role. */
    Officer example(Role role, String name) {
        if (!demo) {
            throw new IllegalStateException("There is no sign-in without proof outside the demo profile");
        }
        return new Officer("demo-" + role.claim(), name, Set.of(role), clock.instant());
    }
}
