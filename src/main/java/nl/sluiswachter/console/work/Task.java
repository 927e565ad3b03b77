package nl.sluiswachter.console.work;

/** Something that takes long. */
@FunctionalInterface
public interface Task {

    /**
     * Does it.
     *
     * @param steps to be told how far it is, at least every few seconds: there it is stopped as well
     * @throws Exception when it fails; nothing of the failure is shown, only its classes are logged
     */
    WorkResult run(Steps steps) throws Exception;
}
