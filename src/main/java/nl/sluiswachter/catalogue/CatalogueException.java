package nl.sluiswachter.catalogue;

import java.util.List;

/** A catalogue that may not be used; the message lists every fault with its file and what is expected. */
public class CatalogueException extends RuntimeException {

    public CatalogueException(List<String> faults) {
        super("The catalogue is refused:" + System.lineSeparator() + String.join(System.lineSeparator(), faults));
    }

    public CatalogueException(String fault, Throwable cause) {
        super("The catalogue is refused: " + fault, cause);
    }
}
