package nl.sluiswachter.catalogue;

/** To whom a plain text speaks. */
public enum Voice {
    /** Somebody who works with the exchange, on either side. */
    PROFESSIONAL,
    /** The person whom the data concern, addressed as "u". */
    RESIDENT
}
