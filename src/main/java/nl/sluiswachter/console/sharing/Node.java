package nl.sluiswachter.console.sharing;

import java.util.Optional;
import nl.sluiswachter.kernel.Oin;

/**
 * One place in a column.
 *
 * @param key of its own within the column
 * @param law name of the law of a type; empty for a party
 * @param party empty unless it is one
 * @param type code of an exchange type; empty for a party
 * @param others how many it stands for, where it is the rest; else 0
 */
record Node(
        String key,
        String name,
        String law,
        Optional<Oin> party,
        Optional<String> type,
        int others,
        long permitted,
        long refused) {

    /** The rest of a column. */
    static final String REST = "*";

    long decided() {
        return permitted + refused;
    }

    /** The same, for more transfers. */
    Node plus(Node other) {
        return new Node(key, name, law, party, type, others, permitted + other.permitted, refused + other.refused);
    }

    Node standingFor(int number) {
        return new Node(key, name, law, party, type, number, permitted, refused);
    }
}
