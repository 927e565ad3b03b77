package nl.sluiswachter.consent;

/** What reporting a {@link Happening} gave. */
public sealed interface Change {

    /** It is registered now, or was before: the same report twice changes nothing. */
    record Done(ConsentHistory consent) implements Change {}

    /** It cannot follow on the state the consent is in. */
    record Impossible(ConsentState state) implements Change {}

    /** The party may not see the consent, or there is none. */
    record Unknown() implements Change {}
}
