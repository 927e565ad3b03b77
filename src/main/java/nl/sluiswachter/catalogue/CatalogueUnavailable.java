package nl.sluiswachter.catalogue;

/** Which law is in force cannot be established here and now, so nothing can be decided. The message is one sentence. */
public class CatalogueUnavailable extends RuntimeException {

    public CatalogueUnavailable(String sentence) {
        super(sentence);
    }

    public CatalogueUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
