package nl.sluiswachter.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluiswachter.api.SubjectReader.Subject;
import nl.sluiswachter.consent.ConsentDraft;
import nl.sluiswachter.consent.ConsentKind;
import nl.sluiswachter.consent.ConsentRules;
import nl.sluiswachter.consent.ConsentScope;
import nl.sluiswachter.consent.ConsentState;
import nl.sluiswachter.consent.Happening;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PartyRef;

/** Turns a consent body into a draft, or refuses it with everything that is wrong. */
final class ConsentReader {

    private static final int MOST_CODES = 200;
    private static final int LONGEST_CODE = 80;

    private final SubjectReader subjects;
    private final HappeningReader happenings;
    private final ConsentRules rules;

    ConsentReader(SubjectReader subjects, HappeningReader happenings, ConsentRules rules) {
        this.subjects = subjects;
        this.happenings = happenings;
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
        Optional<ConsentScope> scope = scope(body);
        Optional<Happening> first = first(body);
        return body.isSoundSoFar()
                ? Optional.of(new ConsentDraft(
                        subject.orElseThrow().identity(),
                        subject.orElseThrow().birthdate(),
                        scope.orElseThrow(),
                        first.orElseThrow()))
                : Optional.empty();
    }

    /** A body without a state is a consent that was given. */
    private Optional<Happening> first(Body body) {
        Member member = body.optional("state");
        Optional<ConsentState> state = member.choice(ConsentState.class);
        if (state.filter(ConsentState::isEnd).isPresent()) {
            member.refused("NOT_A_CHOICE", "REQUESTED or GIVEN is expected.");
        }
        if (state.filter(s -> s == ConsentState.REQUESTED).isEmpty()) {
            return happenings.given(body);
        }
        Stream.of("givenBy", "givenAt", "freedom")
                .map(body::optional)
                .filter(later -> !later.isAbsent())
                .forEach(later -> later.refused("NOT_GIVEN_YET", "This comes with the grant."));
        return happenings.requested(body);
    }

    private static Optional<ConsentScope> scope(Body body) {
        Optional<ConsentKind> kind = body.required("kind").choice(ConsentKind.class);
        List<String> exchangeTypes = texts(body.optional("exchangeTypes").list(1, MOST_CODES));
        Optional<String> purpose = body.optional("purpose").text(LONGEST_CODE);
        Optional<PartyRef> sender = party(body.optional("sender"));
        List<PartyRef> receivers = parties(body.required("receivers").list(1, MOST_CODES));
        List<String> categories = texts(body.required("dataCategories").list(1, MOST_CODES));
        Optional<Instant> validUntil = body.optional("validUntil").instant();
        return kind.map(k -> new ConsentScope(
                k,
                exchangeTypes.stream().collect(Collectors.toSet()),
                purpose,
                sender,
                receivers,
                categories,
                validUntil));
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
