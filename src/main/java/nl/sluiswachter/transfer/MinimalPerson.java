package nl.sluiswachter.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What remains of one person.
 *
 * @param fields values by path
 * @param secretAddress whether the address that goes along is secret in the BRP
 */
record MinimalPerson(Person person, Map<String, JsonNode> fields, boolean secretAddress) {}
