package nl.sluiswachter.transfer;

/** A field of one person in a message. */
record FieldRef(String person, String path) {

    /** The text within a field, apart from the field itself: a path never holds a space. */
    static FieldRef textOf(Person person, String path) {
        return new FieldRef(person.ref(), path + " text");
    }
}
