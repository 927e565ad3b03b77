package nl.sluiswachter.console;

import java.time.Instant;
import java.util.Set;

/**
 * Who is signed in.
 *
 * @param id by which the provider of identities knows them; stands in the log for what they do
 * @param name for people
 * @param signedInAt when they last proved who they are
 */
public record Officer(String id, String name, Set<Role> roles, Instant signedInAt) {

    public Officer {
        roles = Set.copyOf(roles);
    }
}
