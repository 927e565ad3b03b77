/**
 * Messages that must be refused, sent by the gateway itself: proof that every stage still looks. Guarantees that each rule
 * of the catalogue has one, and that a stage that stays silent is noticed. It must not know HTTP or Camel, and it can only
 * submit what is marked as a canary.
 */
package nl.sluiswachter.canary;
