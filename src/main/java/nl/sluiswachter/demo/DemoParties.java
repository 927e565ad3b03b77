package nl.sluiswachter.demo;

import java.io.IOException;
import java.security.GeneralSecurityException;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.PartyDirectory;
import nl.sluiswachter.startup.StartRefused;

/** Registers the example parties with the keys of their present certificates. */
final class DemoParties {

    private final PartyDirectory examples;
    private final Parties parties;

    DemoParties(PartyDirectory examples, Parties parties) {
        this.examples = examples;
        this.parties = parties;
    }

    void load() {
        try {
            examples.parties().forEach(parties::save);
        } catch (IOException | GeneralSecurityException e) {
            throw new StartRefused("The example certificates cannot be read: " + e.getMessage(), e);
        }
    }
}
