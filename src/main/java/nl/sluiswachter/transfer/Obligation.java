package nl.sluiswachter.transfer;

import java.time.LocalDate;

/** What the sender must still do, and the last day for it. */
public record Obligation(String code, LocalDate due, String article) {}
