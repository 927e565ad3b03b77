package nl.sluiswachter.console.sharing;

import java.util.Optional;
import nl.sluiswachter.kernel.Oin;

/**
 * Who stands at an end of an exchange: a party, everybody of a capacity, or nobody known.
 *
 * @param key an OIN or the code of a capacity; empty for nobody known
 * @param party empty unless it is one
 */
record End(String key, String name, Optional<Oin> party) {}
