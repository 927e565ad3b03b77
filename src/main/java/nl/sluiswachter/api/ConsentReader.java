package nl.sluiswachter.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.sluiswachter.api.SubjectReader.Subject;
import nl.sluiswachter.consent.ConsentDraft;
import nl.sluiswachter.consent.ConsentKind;
import nl.sluiswachter.consent.ConsentRules;
import nl.sluiswachter.consent.Freedom;
import nl.sluiswachter.consent.Giver;
import nl.sluiswachter.kernel.Bsn;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PartyRef;

/** Turns a consent body into a draft, or refuses it with everything that is wrong. */
final class ConsentReader {

    private static final int MOST_CODES = 200;
    private static final int LONGEST_CODE = 80;
    private static final String REFERENCE = "[A-Za-z0-9][A-Za-z0-9_.:/-]{0,79}";
    private static final Pattern NINE_DIGITS = Pattern.compile("(?<![0-9])[0-9]{9}(?![0-9])");

    private final SubjectReader subjects;
    private final ConsentRules rules;

    ConsentReader(SubjectReader subjects, ConsentRules rules) {
        this.subjects = subjects;
        this.rules = rules;
    }

    /** @throws ProblemException 400 {@code INVALID_INPUT} */
    ConsentDraft read(Body body, Party caller) {
        Optional<ConsentDraft> draft = draft(body);
        draft.ifPresent(consent ->
                rules.flaws(consent, caller).forEach(flaw -> body.refuse(flaw.member(), flaw.code(), flaw.reason())));
        body.check();
        return draft.orElseThrow();
    }

    private Optional<ConsentDraft> draft(Body body) {
        Optional<Subject> subject = subjects.read(body);
        Optional<ConsentKind> kind = body.required("kind").choice(ConsentKind.class);
        List<String> exchangeTypes = texts(body.optional("exchangeTypes").list(1, MOST_CODES));
        Optional<String> purpose = body.optional("purpose").text(LONGEST_CODE);
        Optional<PartyRef> sender = party(body.optional("sender"));
        List<PartyRef> receivers = parties(body.required("receivers").list(1, MOST_CODES));
        List<String> categories = texts(body.required("dataCategories").list(1, MOST_CODES));
        Optional<Giver> giver = body.required("givenBy").object().flatMap(this::giver);
        Optional<Instant> givenAt = body.required("givenAt").instant();
        Optional<Instant> validUntil = body.optional("validUntil").instant();
        Optional<Freedom> freedom = body.required("freedom").object().flatMap(ConsentReader::freedom);
        Optional<String> evidence = evidence(body.optional("evidence"));
        if (!body.isSoundSoFar()) {
            return Optional.empty();
        }
        return Optional.of(new ConsentDraft(
                subject.orElseThrow().identity(),
                subject.orElseThrow().birthdate(),
                kind.orElseThrow(),
                exchangeTypes.stream().collect(Collectors.toSet()),
                purpose,
                sender,
                receivers,
                categories,
                giver.orElseThrow(),
                givenAt.orElseThrow(),
                validUntil,
                freedom.orElseThrow(),
                evidence));
    }

    private Optional<Giver> giver(Body body) {
        Optional<Giver.Relation> relation = body.required("relation").choice(Giver.Relation.class);
        Member bsn = body.optional("bsn");
        return relation.map(given -> new Giver(given, subjects.bsn(bsn)));
    }

    private static Optional<Freedom> freedom(Body body) {
        Optional<Boolean> initiated = body.required("initiatedByResident").bool();
        Optional<Boolean> benefit = body.required("benefitForResident").bool();
        Optional<Boolean> explained = body.required("noDetrimentExplained").bool();
        Optional<Boolean> notUsed = body.required("notUsedForEnforcement").bool();
        return initiated.flatMap(
                i -> benefit.flatMap(b -> explained.flatMap(e -> notUsed.map(n -> new Freedom(i, b, e, n)))));
    }

    /** A reference, so that no story about a person ends up in the register; and never one that is a BSN. */
    private static Optional<String> evidence(Member member) {
        return member.matching(REFERENCE, "A reference of at most 80 letters, digits and _ . : / - is expected.")
                .flatMap(text -> NINE_DIGITS.matcher(text).results().anyMatch(run -> Bsn.isValid(run.group()))
                        ? member.refused("BSN_IN_TEXT", "A reference that cannot be taken for a BSN is expected.")
                        : Optional.of(text));
    }

    private static List<String> texts(List<Member> members) {
        return members.stream()
                .map(member -> member.text(LONGEST_CODE))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<PartyRef> parties(List<Member> members) {
        return members.stream()
                .map(ConsentReader::party)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<PartyRef> party(Member member) {
        return member.parsed(PartyRef::parse, "PARTY_EXPECTED", "An OIN or the code of a capacity is expected.");
    }
}
