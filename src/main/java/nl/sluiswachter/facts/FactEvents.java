package nl.sluiswachter.facts;

import nl.sluiswachter.kernel.Oin;

/** Writes down what happens to facts. Runs in the transaction of the change; a failure undoes the change. */
public interface FactEvents {

    /** The fact was registered. */
    void recorded(Fact fact, Oin by);

    /** The fact was ended before its stated end, or without one. */
    void ended(Fact fact, Oin by);
}
