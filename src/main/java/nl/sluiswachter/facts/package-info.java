/**
 * What a rule needs to know about a person besides the message: commitments, measures, objections, restrictions. The
 * register guarantees that nothing in it is ever changed or removed and that no person can be read from it. It knows
 * nothing of messages, of HTTP or of what a rule makes of a fact.
 */
package nl.sluiswachter.facts;
