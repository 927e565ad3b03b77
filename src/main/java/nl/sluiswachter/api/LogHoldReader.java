package nl.sluiswachter.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.KnownLaw;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.transferlog.JdbcTransferLog;
import nl.sluiswachter.transferlog.retention.Hold;

/** Reads what is to be held, and why. */
final class LogHoldReader {

    private static final List<String> SINGLE = List.of("subject", "transferId", "caseReference");
    private static final List<String> PERIOD = List.of("exchangeType", "from", "until");
    private static final String ONE_SCOPE =
            "Exactly one is expected: subject, transferId, caseReference, or a period with exchangeType, from or until.";

    private final SubjectKeys keys;
    private final SubjectReader subjects;
    private final ExchangeTypeReader types;

    LogHoldReader(SubjectKeys keys, KnownLaw law) {
        this.keys = keys;
        this.subjects = new SubjectReader(keys);
        this.types = new ExchangeTypeReader(law);
    }

    /** Why, and what. */
    record Asked(Hold.Ground ground, String reference, Hold.Scope scope) {}

    /** @throws ProblemException 400 with everything that is wrong */
    Asked read(Body body) {
        Optional<Hold.Ground> ground = body.required("ground").choice(Hold.Ground.class);
        Optional<String> reference = body.required("reference").reference();
        Optional<Hold.Scope> scope = scope(body);
        body.check();
        return new Asked(ground.orElseThrow(), reference.orElseThrow(), scope.orElseThrow());
    }

    private Optional<Hold.Scope> scope(Body body) {
        Optional<UUID> transfer = body.optional("transferId").uuid();
        Optional<String> reference = body.optional("caseReference").reference();
        Optional<Hold.Timespan> period = period(body);
        boolean aboutPerson = isGiven(body, "subject");
        long named = SINGLE.stream().filter(name -> isGiven(body, name)).count()
                + (PERIOD.stream().anyMatch(name -> isGiven(body, name)) ? 1 : 0);
        if (named != 1) {
            body.refuse("subject", "ONE_SCOPE_EXPECTED", ONE_SCOPE);
            return Optional.empty();
        }
        if (aboutPerson) {
            return subjects.read(body)
                    .map(subject -> new Hold.Person(subject.identity().keys()));
        }
        return transfer.<Hold.Scope>map(Hold.Transfer::new)
                .or(() -> reference.map(text -> new Hold.Case(JdbcTransferLog.caseKey(keys, text))))
                .or(() -> period);
    }

    private static boolean isGiven(Body body, String name) {
        return !body.optional(name).isAbsent();
    }

    private Optional<Hold.Timespan> period(Body body) {
        Optional<String> type = types.read(body.optional("exchangeType"));
        Optional<Instant> from = body.optional("from").instant();
        Optional<Instant> until = body.optional("until").instant();
        return Stream.of(type, from, until).anyMatch(Optional::isPresent)
                ? Optional.of(new Hold.Timespan(type, from, until))
                : Optional.empty();
    }
}
