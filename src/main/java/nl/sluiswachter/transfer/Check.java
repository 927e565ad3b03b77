package nl.sluiswachter.transfer;

/** One question about a message. Answers without side effects, and also when earlier checks failed. */
@FunctionalInterface
interface Check {

    Verdict examine(Case input);
}
