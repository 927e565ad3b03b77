package nl.sluiswachter.transfer;

import java.util.UUID;

/**
 * A consent that a permit relies on.
 *
 * @param person ref of the person whose data it opens
 * @param byRepresentative whether somebody else gave it for that person
 */
public record ReliedConsent(UUID id, String person, boolean byRepresentative) {}
