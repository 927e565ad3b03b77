package nl.sluiswachter.console.today;

/**
 * Something that needs somebody.
 *
 * @param text what it is
 * @param help what to do about it; empty for nothing
 * @param link where that is done; empty where the reader can do nothing
 */
record Line(Urgency urgency, String text, String help, String link) {}
