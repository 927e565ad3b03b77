package nl.sluiswachter.transfer;

/**
 * A field of one person in a message, or of the message itself.
 *
 * @param person ref of the person; {@link #MESSAGE} for the message itself
 */
record FieldRef(String person, String path) {

    /** Stands for the message where a person's ref stands; no ref looks like it. */
    static final String MESSAGE = "-";

    static FieldRef of(DataItem item) {
        return new FieldRef(MESSAGE, "dataItems." + item.field());
    }

    /** The text within a field, apart from the field itself: a path never holds a space. */
    static FieldRef textOf(Person person, String path) {
        return new FieldRef(person.ref(), path + " text");
    }
}
