package nl.sluiswachter.demo;

/** Is told what a start is busy with, in words for a person. */
@FunctionalInterface
public interface ProgressListener {

    /** Listens to nothing. */
    ProgressListener SILENT = step -> {};

    /** A step begins; the previous one is done. */
    void begins(String step);
}
