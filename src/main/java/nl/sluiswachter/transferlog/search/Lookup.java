package nl.sluiswachter.transferlog.search;

import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;

/**
 * Somebody looks into the log about others.
 *
 * @param by the organisation
 * @param officer who of it, as its provider of identities knows them; empty for a system
 * @param reference to the file in which the ground can be found; never a person
 * @param call what was called
 * @param asked by what kinds of things it was looked for, never their values
 * @param subject about whom; unknown when not about a person
 * @param transferId of which transfer, when of one
 */
public record Lookup(
        Oin by,
        Optional<String> officer,
        Ground ground,
        Optional<String> reference,
        String call,
        SortedSet<String> asked,
        SubjectIdentity subject,
        Optional<UUID> transferId) {}
