package nl.sluiswachter.transferlog.figures;

/** How often two parties exchanged something of a type in the months that were asked. */
public record Exchanged(Exchange exchange, Tally tally) {}
