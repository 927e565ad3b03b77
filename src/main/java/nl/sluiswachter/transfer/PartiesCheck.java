package nl.sluiswachter.transfer;

import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.party.Party;

/** Do sender and receiver act in the capacities that the message names? */
final class PartiesCheck implements Check {

    @Override
    public CheckName name() {
        return CheckName.PARTIES;
    }

    @Override
    public Verdict examine(Case input) {
        Message message = input.message();
        String article = input.rule().article();
        Verdict.Builder verdict = new Verdict.Builder();
        if (!input.submitted().sender().actsAs(message.senderCapacity())) {
            verdict.add(Finding.fail(CheckName.PARTIES, Code.SENDER_NOT_ENTITLED, article));
        }
        boolean receiverKnown = input.submitted()
                .receiver()
                .filter(Party::isActive)
                .filter(party -> party.actsAs(message.receiverCapacity()))
                .isPresent();
        if (!receiverKnown) {
            verdict.add(Finding.fail(CheckName.PARTIES, Code.RECEIVER_NOT_ENTITLED, article));
        }
        return verdict.orElse(Finding.pass(CheckName.PARTIES, Code.PARTIES_KNOWN, article));
    }
}
