package nl.sluiswachter.transfer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Capacity;

/**
 * A message as its sender wrote it, well-formed but not yet judged.
 *
 * @param legalBasis claimed by the sender; empty for the exchange type's own
 * @param dataItems what a request asks for, or an answer says about it
 * @param necessity why the sender finds it necessary; may be blank
 */
public record Message(
        Capacity senderCapacity,
        Oin receiver,
        Capacity receiverCapacity,
        String purpose,
        Optional<String> legalBasis,
        String necessity,
        Optional<String> caseReference,
        Optional<UUID> replyTo,
        Circumstances circumstances,
        List<DataItem> dataItems,
        List<Person> persons) {

    public Message {
        dataItems = List.copyOf(dataItems);
        persons = List.copyOf(persons);
    }
}
