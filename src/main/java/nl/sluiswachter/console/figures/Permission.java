package nl.sluiswachter.console.figures;

import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.party.Capacity;

/** That the catalogue lets one capacity send a type to another, under one of its rules. */
public record Permission(ExchangeType type, ExchangeRule rule, Capacity from, Capacity to) {}
