/**
 * The web pages for privacy officers, policy editors, operators and professionals. Reads through the queries of the API and
 * writes through its commands; nothing imports it.
 */
package nl.sluiswachter.console;
