package nl.sluiswachter.api;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import nl.sluiswachter.kernel.Bsn;
import nl.sluiswachter.kernel.IdentitySet;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.kernel.SubjectKeys;

/** Reads the person a register entry is about: by BSN, by the whole identity set (Wmo 2015 art. 5.2.9), or by both. */
final class SubjectReader {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_HOUSE_NUMBER = 20;
    private static final String POSTCODE = "[1-9][0-9]{3} ?[A-Za-z]{2}";

    private final SubjectKeys keys;

    SubjectReader(SubjectKeys keys) {
        this.keys = keys;
    }

    /** A person of a request, already without identity. */
    record Subject(SubjectIdentity identity, Optional<LocalDate> birthdate) {}

    /** The required member {@code subject}; empty when something is wrong with it. */
    Optional<Subject> read(Body body) {
        Member member = body.required("subject");
        return member.object().flatMap(subject -> read(member, subject));
    }

    /** The key of the BSN in a member, for somebody else than the subject. */
    Optional<SubjectKey> bsn(Member member) {
        return member.parsed(Bsn::new, "BSN_INVALID", "A BSN that passes the eleven-test is expected.")
                .map(keys::of);
    }

    private Optional<Subject> read(Member member, Body subject) {
        Optional<SubjectKey> byBsn = bsn(subject.optional("bsn"));
        Optional<LocalDate> birthdate = subject.optional("birthdate").date();
        Optional<SubjectKey> bySet = new Parts(subject).key(member, subject, birthdate);
        return Optional.of(new Subject(new SubjectIdentity(byBsn, bySet), birthdate));
    }

    /** The members that make up the identity set. Beside a BSN any of them may be left out; then the set gives no key. */
    private final class Parts {

        private final Member name;
        private final Member postcode;
        private final Member houseNumber;

        Parts(Body subject) {
            this.name = subject.optional("name");
            this.postcode = subject.optional("postcode");
            this.houseNumber = subject.optional("houseNumber");
        }

        Optional<SubjectKey> key(Member member, Body subject, Optional<LocalDate> birthdate) {
            boolean known = !subject.optional("bsn").isAbsent();
            boolean all = Stream.of(name, postcode, houseNumber, subject.optional("birthdate"))
                    .noneMatch(Member::isAbsent);
            Optional<SubjectKey> key = values(birthdate);
            return known || all
                    ? key
                    : member.refused(
                            "INCOMPLETE_IDENTITY", "A BSN is expected, or name, birthdate, postcode and houseNumber.");
        }

        private Optional<SubjectKey> values(Optional<LocalDate> birthdate) {
            Optional<Body> names = name.object();
            Optional<String> family = names.flatMap(n -> n.required("family").text(LONGEST_NAME));
            Optional<String> given = names.flatMap(n -> n.required("given").text(LONGEST_NAME));
            Optional<String> code = postcode.matching(POSTCODE, "A Dutch postcode such as 1234 AB is expected.");
            Optional<String> number = houseNumber.text(LONGEST_HOUSE_NUMBER);
            if (Stream.of(family, given, code, number, birthdate).anyMatch(Optional::isEmpty)) {
                return Optional.empty();
            }
            return set(family.get(), given.get(), birthdate.get(), code.get(), number.get());
        }

        private Optional<SubjectKey> set(String family, String given, LocalDate birthdate, String code, String number) {
            try {
                return Optional.of(keys.of(new IdentitySet(family, given, birthdate, code, number)));
            } catch (IllegalArgumentException e) {
                return name.refused("LETTER_EXPECTED", "Names and house number hold a letter or a digit.");
            }
        }
    }
}
