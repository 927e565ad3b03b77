package nl.sluiswachter.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.sluiswachter.catalogue.KnownLaw;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.transferlog.JdbcTransferLog;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.search.Ground;
import nl.sluiswachter.transferlog.search.LogFilter;

/** Reads on which ground somebody searches the log, and for what. */
final class LogEntrySearchReader {

    private static final int LONGEST_CODE = 80;

    private static final String OUTCOME = "PERMIT|DENY";
    private static final int LONGEST_ARTICLE = 200;
    private static final List<String> BY = List.of(
            "subject",
            "caseReference",
            "transferId",
            "party",
            "sender",
            "receiver",
            "exchangeType",
            "outcome",
            "reason",
            "article",
            "kind",
            "from",
            "until");

    private final SubjectKeys keys;
    private final SubjectReader subjects;
    private final KnownLaw law;
    private final ExchangeTypeReader types;

    LogEntrySearchReader(SubjectKeys keys, KnownLaw law) {
        this.keys = keys;
        this.subjects = new SubjectReader(keys);
        this.law = law;
        this.types = new ExchangeTypeReader(law);
    }

    /** What is looked for, why, and by what kinds of things. */
    record Asked(Optional<Ground> ground, Optional<String> reference, LogFilter filter, SortedSet<String> kinds) {}

    /** Complains to the body about what is wrong; use the result after {@link Body#check()} only. */
    Asked read(Body body) {
        Optional<Ground> ground = GroundReader.ground(body);
        Optional<String> reference = body.required("reference").reference();
        SortedSet<String> kinds = new TreeSet<>();
        BY.stream().filter(name -> !body.optional(name).isAbsent()).forEach(kinds::add);
        return new Asked(ground, reference, filter(body), kinds);
    }

    private LogFilter filter(Body body) {
        return LogFilter.builder()
                .caseKey(body.optional("caseReference").reference().map(text -> JdbcTransferLog.caseKey(keys, text)))
                .transferId(body.optional("transferId").uuid())
                .party(oin(body, "party"))
                .sender(oin(body, "sender"))
                .receiver(oin(body, "receiver"))
                .exchangeType(types.read(body.optional("exchangeType")))
                .outcome(body.optional("outcome").matching(OUTCOME, "PERMIT or DENY is expected."))
                .reason(reason(body.optional("reason")))
                .from(body.optional("from").instant())
                .until(body.optional("until").instant())
                .kinds(body.optional("kind").listed(LogKind.class).map(Set::of).orElse(Set.of()))
                .subject(subject(body))
                .article(article(body.optional("article")))
                .build();
    }

    private static Optional<Oin> oin(Body body, String name) {
        return body.optional(name).parsed(Oin::new, "OIN_EXPECTED", "An OIN is expected.");
    }

    private SubjectIdentity subject(Body body) {
        return body.optional("subject").isAbsent()
                ? SubjectIdentity.UNKNOWN
                : subjects.read(body).map(SubjectReader.Subject::identity).orElse(SubjectIdentity.UNKNOWN);
    }

    private static Optional<String> reason(Member member) {
        return member.presentText(
                LONGEST_CODE,
                LogReasons.ALL::contains,
                "REASON_UNKNOWN",
                "One of the codes of LogReason in the contract is expected.");
    }

    private Optional<String> article(Member member) {
        return member.presentText(
                LONGEST_ARTICLE,
                law::hasArticle,
                "ARTICLE_UNKNOWN",
                "An article as a catalogue that is kept writes it is expected.");
    }
}
