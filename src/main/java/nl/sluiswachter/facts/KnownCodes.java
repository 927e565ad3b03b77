package nl.sluiswachter.facts;

/** What the catalogue knows: an objection to something that does not exist would protect nobody. */
public interface KnownCodes {

    /** Whether it is the code of an exchange type. */
    boolean isExchangeType(String code);

    /** Whether it is the code of a purpose. */
    boolean isPurpose(String code);
}
