package nl.sluiswachter.transferlog.search;

import java.util.Optional;
import nl.sluiswachter.kernel.Oin;

/**
 * What a look-up found goes into a file, outside of what the gateway guards.
 *
 * @param by the organisation
 * @param officer who of it, as its provider of identities knows them; empty for a system
 * @param form code of what is written
 * @param withSubjects whether the keys of whom it is about go with it
 * @param entries how many; empty while nobody knows
 */
public record Export(Oin by, Optional<String> officer, String form, boolean withSubjects, Optional<Long> entries) {}
