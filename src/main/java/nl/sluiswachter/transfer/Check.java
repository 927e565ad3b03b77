package nl.sluiswachter.transfer;

/** One question about a message. Answers without side effects, and also when earlier checks failed. */
interface Check {

    /** The name under which its findings stand. */
    CheckName name();

    Verdict examine(Case input);
}
