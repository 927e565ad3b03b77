package nl.sluiswachter.security;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.crypto.Fingerprint;
import nl.sluiswachter.kernel.crypto.SubjectOins;
import nl.sluiswachter.party.Parties;
import nl.sluiswachter.party.Party;

/**
 * Who is calling: certificate, OIN, register. Done for every request, because a resumed TLS session shows no certificate
 * again, however long ago it was made. The register is read each time, so a suspension holds at once.
 */
final class Identification {

    private final Parties parties;
    private final Clock clock;

    Identification(Parties parties, Clock clock) {
        this.parties = parties;
        this.clock = clock;
    }

    /**
     * The active party that the certificate names.
     *
     * @param chain as sent by the client, its own certificate first
     * @throws NotLetIn with the first thing that is wrong
     */
    Party identify(Door door, List<X509Certificate> chain) {
        door.check(chain);
        X509Certificate leaf = chain.get(0);
        Party party = parties.find(oin(leaf)).orElseThrow(() -> new NotLetIn(Refusal.UNKNOWN_PARTY));
        require(hasKey(party, leaf), Refusal.UNKNOWN_KEY);
        require(door.surface().side().filter(party.side()::equals).isPresent(), Refusal.WRONG_SIDE);
        require(party.isActive(), Refusal.PARTY_SUSPENDED);
        return party;
    }

    private static Oin oin(X509Certificate leaf) {
        List<String> values = SubjectOins.in(leaf);
        require(values.size() <= 1, Refusal.SEVERAL_OINS);
        require(!values.isEmpty() && Oin.isValid(values.get(0)), Refusal.NO_OIN);
        return new Oin(values.get(0));
    }

    private boolean hasKey(Party party, X509Certificate leaf) {
        String fingerprint = Fingerprint.ofKey(leaf);
        return party.keys().stream()
                .anyMatch(key -> key.fingerprint().equals(fingerprint) && key.isValidAt(clock.instant()));
    }

    private static void require(boolean holds, Refusal otherwise) {
        if (!holds) {
            throw new NotLetIn(otherwise);
        }
    }
}
