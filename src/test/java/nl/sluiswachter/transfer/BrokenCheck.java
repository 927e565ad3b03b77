package nl.sluiswachter.transfer;

/** A rule that cannot be evaluated, with what a message says in its failure. */
record BrokenCheck(CheckName name) implements Check {

    @Override
    public Verdict examine(Case input) {
        throw new IllegalStateException("a value of " + input.persons().get(0).fields());
    }
}
