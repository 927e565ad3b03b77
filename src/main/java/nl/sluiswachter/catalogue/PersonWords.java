package nl.sluiswachter.catalogue;

/**
 * What a person in a relation to the case is called.
 *
 * @param one for one person
 * @param many for several in the same relation
 */
public record PersonWords(VoicedText one, VoicedText many) {}
