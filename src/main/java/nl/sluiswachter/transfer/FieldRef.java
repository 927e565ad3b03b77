package nl.sluiswachter.transfer;

/** A field of one person in a message. */
record FieldRef(String person, String path) {}
