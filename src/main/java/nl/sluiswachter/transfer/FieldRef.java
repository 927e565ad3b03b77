package nl.sluiswachter.transfer;

/**
 * A field of one person in a message, or of the message itself.
 *
 * @param person ref of the person; {@link #MESSAGE} for the message itself
 */
record FieldRef(String person, String path) {

    /** Stands for the message where a person's ref stands; no ref looks like it. */
    static final String MESSAGE = "-";

    /** Before the path of an item; in a remedy a field is written as in the data. */
    private static final String ITEMS = "dataItems.";

    static FieldRef of(DataItem item) {
        return new FieldRef(MESSAGE, ITEMS + item.field());
    }

    /** The path of the field that an item is about; any other as it is. */
    static String withoutItems(String path) {
        return path.startsWith(ITEMS) ? path.substring(ITEMS.length()) : path;
    }

    /** The text within a field, apart from the field itself: a path never holds a space. */
    static FieldRef textOf(Person person, String path) {
        return new FieldRef(person.ref(), path + " text");
    }
}
