package nl.sluiswachter.transfer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.consent.Consent;
import nl.sluiswachter.consent.ConsentScope;
import nl.sluiswachter.consent.RefusedRequest;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.PartyRef;

/** Where one message goes, held against where a consent, or the no to a request for one, was about. */
record Aim(Case input) {

    /** Whether it is for this exchange and this sender; what others may do is not even a reason. */
    boolean isSentWith(Consent consent) {
        return isForThisExchange(consent.exchangeTypes(), consent.purpose())
                && isForThisSender(consent.sender(), consent.registeredBy());
    }

    /** Whether it is for this receiver. */
    boolean isReceivedWith(Consent consent) {
        return coversReceiver(consent.receivers());
    }

    /** Whether this sender itself asked precisely this; what others asked is not for it to know. */
    boolean wasAsked(RefusedRequest refused) {
        ConsentScope scope = refused.scope();
        return refused.registeredBy().equals(input.submitted().sender().oin())
                && isForThisExchange(scope.exchangeTypes(), scope.purpose())
                && isForThisSender(scope.sender(), refused.registeredBy())
                && coversReceiver(scope.receivers());
    }

    private boolean isForThisExchange(Set<String> exchangeTypes, Optional<String> named) {
        return input.type().isMeantBy(exchangeTypes, named, input.rule().purpose());
    }

    private boolean isForThisSender(Optional<PartyRef> named, Oin registeredBy) {
        Oin sender = input.submitted().sender().oin();
        return named.map(ref -> ref.covers(sender, input.message().senderCapacity()))
                .orElse(registeredBy.equals(sender));
    }

    private boolean coversReceiver(List<PartyRef> receivers) {
        Message message = input.message();
        return receivers.stream().anyMatch(ref -> ref.covers(message.receiver(), message.receiverCapacity()));
    }
}
