package nl.sluiswachter.catalogue;

/** How the sender's secrecy is set aside, and on which article. */
public record SecrecyRule(SecrecyLift lift, String article) {}
