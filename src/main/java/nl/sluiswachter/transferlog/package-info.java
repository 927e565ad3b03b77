/**
 * The append-only record of every decision and of what followed. Guarantees that an entry, the message it permits and the
 * answer it gave become durable together or not at all. It must not know HTTP or Camel.
 */
package nl.sluiswachter.transferlog;
