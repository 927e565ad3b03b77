/**
 * What residents consented to, and what they withdrew. The register guarantees that nothing in it is ever changed or
 * removed, that no person can be read from it, and that a withdrawal is seen by every decision that follows. It knows
 * nothing of messages, of HTTP or of whether a consent suffices for a transfer.
 */
package nl.sluiswachter.consent;
