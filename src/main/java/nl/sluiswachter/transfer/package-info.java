/**
 * Decides whether a message may go, and what remains of it. Guarantees that every check runs, that every finding cites
 * an article, and that a stage can only be reached through the one before it: {@code Submitted → Lawful → Consented →
 * Minimal → Decided}. It must not know HTTP, Camel or how anything is stored.
 */
package nl.sluiswachter.transfer;
