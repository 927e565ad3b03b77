package nl.sluiswachter.consent;

import java.util.Optional;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PartyRef;
import nl.sluiswachter.party.Side;

/** Who may do what: the municipality everything, a partner only with consents that it obtained for its own sending. */
final class ConsentAccess {

    private ConsentAccess() {}

    /**
     * The draft as the party may register it; empty when it is for somebody else's sending. What a partner registers
     * under its capacity is narrowed to the partner itself: it cannot open the way for others in that capacity.
     */
    static Optional<ConsentDraft> admit(ConsentDraft draft, Party party) {
        if (seesAll(party) || draft.scope().sender().isEmpty()) {
            return Optional.of(draft);
        }
        return draft.scope()
                .sender()
                .filter(sender -> isOwn(sender, party))
                .map(own -> draft.sentBy(new PartyRef.ByOin(party.oin())));
    }

    static boolean maySee(ConsentHistory consent, Party party) {
        return seesAll(party) || consent.registeredBy().equals(party.oin());
    }

    private static boolean seesAll(Party party) {
        return party.side() == Side.MUNICIPALITY;
    }

    private static boolean isOwn(PartyRef sender, Party party) {
        return party.capacities().stream().anyMatch(capacity -> sender.covers(party.oin(), capacity));
    }
}
