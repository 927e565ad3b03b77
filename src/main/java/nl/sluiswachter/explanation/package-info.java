/**
 * Tells a recorded decision to people: professionals and residents in plain sentences, systems in codes. Every account is
 * a rendering of the findings in the log entry, in the words of the catalogue that the decision used. Guarantees that an
 * account holds no value of a message. It must not know HTTP, Camel or the database.
 */
package nl.sluiswachter.explanation;
