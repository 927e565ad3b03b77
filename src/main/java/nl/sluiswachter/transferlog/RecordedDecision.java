package nl.sluiswachter.transferlog;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transfer.CheckName;
import nl.sluiswachter.transfer.DataItem;
import nl.sluiswachter.transfer.Finding;
import nl.sluiswachter.transfer.Obligation;

/**
 * A decision as its log entry has it: names, codes and paths, no value and no person.
 *
 * @param receiver empty when nobody was registered under the OIN
 * @param senderCapacity as claimed; empty when the catalogue does not know it
 * @param receiverCapacity as claimed; empty when the catalogue does not know it
 * @param purpose of the exchange type
 * @param policyVersion of the catalogue that was used
 * @param supposed whether it was only asked what the decision would be, so that nothing was ever going to be sent
 * @param remedies the ways out of a refusal, or to what a permit left out, in the order of the reasons
 * @param consents that the permit rests on
 * @param persons in the order of the message
 * @param dataItems what a request asks for, or an answer says about it, as far as it was not left out
 */
public record RecordedDecision(
        UUID transferId,
        Instant recordedAt,
        Oin sender,
        Optional<Oin> receiver,
        Optional<String> senderCapacity,
        Optional<String> receiverCapacity,
        String exchangeType,
        String purpose,
        String policyVersion,
        boolean permit,
        boolean supposed,
        List<Finding> findings,
        List<Remedied> remedies,
        List<LeftOut> removed,
        List<Obligation> obligations,
        List<Given> consents,
        List<Someone> persons,
        List<Item> dataItems) {

    /** About the ground of the exchange, and alike for every message that it permits. */
    private static final Set<CheckName> FOR_RECEIVER = EnumSet.of(
            CheckName.PARTIES,
            CheckName.EXCHANGE_TYPE,
            CheckName.PURPOSE,
            CheckName.PRECONDITION,
            CheckName.CONSENT,
            CheckName.SECRECY);

    public RecordedDecision {
        findings = List.copyOf(findings);
        remedies = List.copyOf(remedies);
        removed = List.copyOf(removed);
        obligations = List.copyOf(obligations);
        consents = List.copyOf(consents);
        persons = List.copyOf(persons);
        dataItems = List.copyOf(dataItems);
    }

    /**
     * What was left out, and why.
     *
     * @param person ref of the person
     * @param field as far as the vocabulary has it
     * @param article on which it may not go
     */
    public record LeftOut(String person, String field, Code code, String article) {}

    /**
     * One thing that a request asks for, or that an answer speaks of.
     *
     * @param outcome of an answer
     */
    public record Item(String field, Optional<DataItem.Outcome> outcome) {}

    /**
     * A way out.
     *
     * @param person ref of the person it is about
     * @param call the API call that fulfils it
     */
    public record Remedied(String code, Optional<String> person, Optional<String> call) {}

    /**
     * A consent that the permit rests on.
     *
     * @param person ref of the person it is about
     * @param byRepresentative whether somebody else gave it for that person
     */
    public record Given(String person, boolean byRepresentative) {}

    /**
     * A person in the message.
     *
     * @param submitted paths of the vocabulary that the sender gave
     * @param delivered paths that went along; none for a refusal
     */
    public record Someone(String ref, Relation relation, Set<String> submitted, List<String> delivered) {

        private Someone without(Set<String> hidden) {
            return new Someone(
                    ref,
                    Relation.SUBJECT,
                    submitted.stream()
                            .filter(path -> !hidden.contains(path))
                            .collect(Collectors.toCollection(TreeSet::new)),
                    delivered.stream().filter(path -> !hidden.contains(path)).toList());
        }
    }

    /** The findings that refused, as the answer gave them. */
    public List<Finding> reasons() {
        return Finding.reasons(findings);
    }

    /**
     * What concerns some of its persons only, told as if they were the subject: of others in the message nothing is told.
     *
     * @param refs of the persons who are the reader
     * @param hidden paths that are not told
     */
    public RecordedDecision forPerson(Set<String> refs, Set<String> hidden) {
        boolean isSubject = persons.stream()
                .anyMatch(person -> refs.contains(person.ref()) && person.relation() == Relation.SUBJECT);
        return new RecordedDecision(
                transferId,
                recordedAt,
                sender,
                receiver,
                senderCapacity,
                receiverCapacity,
                exchangeType,
                purpose,
                policyVersion,
                permit,
                supposed,
                findings.stream()
                        .filter(finding -> finding.person().stream().allMatch(refs::contains))
                        .filter(finding -> finding.field().stream().noneMatch(hidden::contains))
                        .toList(),
                List.of(),
                removed.stream()
                        .filter(gone -> refs.contains(gone.person()))
                        .filter(gone -> !hidden.contains(gone.field()))
                        .toList(),
                obligations,
                consents.stream().filter(given -> refs.contains(given.person())).toList(),
                persons.stream()
                        .filter(person -> refs.contains(person.ref()))
                        .map(person -> person.without(hidden))
                        .toList(),
                isSubject ? dataItems : List.of());
    }

    /**
     * What the receiver of a permitted message may know: what it got, for what, and on which ground. What the sender tried
     * to send besides, about whom, and what it must still do is between the sender and the person. A check that can leave
     * something out is not told at all, because where its usual finding is missing the receiver would know.
     */
    public RecordedDecision forReceiver() {
        List<Finding> ground = findings.stream()
                .filter(finding -> FOR_RECEIVER.contains(finding.check()))
                .toList();
        List<Someone> received = persons.stream()
                .filter(person -> !person.delivered().isEmpty())
                .map(person -> new Someone(
                        person.ref(), person.relation(), Set.copyOf(person.delivered()), person.delivered()))
                .toList();
        Set<String> refs = received.stream().map(Someone::ref).collect(Collectors.toSet());
        List<Given> theirs =
                consents.stream().filter(given -> refs.contains(given.person())).toList();
        return new RecordedDecision(
                transferId,
                recordedAt,
                sender,
                receiver,
                senderCapacity,
                receiverCapacity,
                exchangeType,
                purpose,
                policyVersion,
                permit,
                supposed,
                ground,
                List.of(),
                List.of(),
                List.of(),
                theirs,
                received,
                dataItems);
    }
}
