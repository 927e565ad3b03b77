/**
 * Finds what identifies or reaches a person in free text, and masks it. Knows no message, no catalogue and no framework;
 * every step takes time linear in the length of the text.
 */
package nl.sluiswachter.freetext;
