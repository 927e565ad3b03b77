package nl.sluiswachter.catalogue;

import java.time.Period;

/**
 * What the sender must still do after a permit.
 *
 * @param within calendar term from the decision
 * @param unlessInformed falls away when the message says that the person was informed
 */
public record ObligationRule(String code, Period within, boolean unlessInformed, String article) {}
