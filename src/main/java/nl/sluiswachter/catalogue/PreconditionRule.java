package nl.sluiswachter.catalogue;

/** A precondition and the article that sets it. */
public record PreconditionRule(Precondition kind, String article) {}
