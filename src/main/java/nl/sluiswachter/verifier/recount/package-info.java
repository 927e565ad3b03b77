/**
 * Counts an exported log again, with the JDK and nothing else: no code of the verifier, none of the gateway, no reader of JSON. Small
 * enough to be read before it is believed. It finds an entry that was changed, removed, moved or added, and a log that was rewritten
 * since a checkpoint was kept. What entries mean, by what they are found and whether a destruction was lawful is left to
 * {@link nl.sluiswachter.verifier.Verifier}.
 */
package nl.sluiswachter.verifier.recount;
