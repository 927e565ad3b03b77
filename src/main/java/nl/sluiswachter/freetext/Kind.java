package nl.sluiswachter.freetext;

/** What can be found in free text, with the word that takes its place. */
public enum Kind {
    BSN("BSN"),
    IBAN("IBAN"),
    PHONE("telefoonnummer"),
    EMAIL("e-mailadres"),
    ADDRESS("adres");

    private final String mask;

    Kind(String word) {
        this.mask = "[" + word + " weggelaten]";
    }

    /** Stands where the text was: Dutch, because the text around it is and its reader must see that something is gone. */
    public String mask() {
        return mask;
    }
}
