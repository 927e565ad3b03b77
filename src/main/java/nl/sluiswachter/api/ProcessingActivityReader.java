package nl.sluiswachter.api;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import nl.sluiswachter.kernel.Bsn;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.transferlog.JdbcTransferLog;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.projection.Names;
import nl.sluiswachter.transferlog.search.Cursors;
import nl.sluiswachter.transferlog.search.LogFilter;
import nl.sluiswachter.transferlog.search.Place;

/** Reads the search body of the LDV read extension, as strict as its text. */
final class ProcessingActivityReader {

    private static final String ACTIVITY = "dpl.core.processing_activity_id";
    private static final String SUBJECT = "dpl.core.data_subject_id";
    private static final String SUBJECT_TYPE = "dpl.core.data_subject_id_type";
    private static final String TRACE = "[0-9a-fA-F]{32}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final SubjectKeys keys;
    private final Cursors cursors;

    ProcessingActivityReader(SubjectKeys keys, Cursors cursors) {
        this.keys = keys;
        this.cursors = cursors;
    }

    /** What is looked for, by what kinds of things, and from where on. */
    record Asked(LogFilter filter, SortedSet<String> kinds, Optional<Place> from) {}

    /** @throws ProblemException 400 also when neither a trace, nor an activity, nor a data subject is named */
    Asked read(Body body, Oin caller) {
        Optional<UUID> trace = body.optional("traceId")
                .matching(TRACE, "32 hex digits are expected.")
                .map(text -> JdbcTransferLog.traceKey(text.replace("-", "")));
        Optional<Names.Activity> activity = activity(body.optional(ACTIVITY));
        SubjectIdentity subject = subject(body);
        Optional<Instant> from = body.optional("startTime").instant();
        Optional<Instant> until = body.optional("endTime").instant();
        Optional<Place> cursor = body.optional("cursor").cursor(cursors, caller);
        SortedSet<String> kinds = new TreeSet<>();
        for (String name : Set.of("traceId", ACTIVITY, SUBJECT)) {
            if (!body.optional(name).isAbsent()) {
                kinds.add(name);
            }
        }
        if (kinds.isEmpty()) {
            body.refuse("traceId", "TOO_WIDE", "A trace, a processing activity or a data subject is expected.");
        }
        body.check();
        return new Asked(filter(trace, activity, subject, from, until), kinds, cursor);
    }

    private static LogFilter filter(
            Optional<UUID> trace,
            Optional<Names.Activity> activity,
            SubjectIdentity subject,
            Optional<Instant> from,
            Optional<Instant> until) {
        return LogFilter.builder()
                .subject(subject)
                .trace(trace)
                .exchangeType(activity.map(Names.Activity::exchangeType))
                .policyVersion(activity.flatMap(Names.Activity::policyVersion))
                .from(from)
                .until(until)
                .kinds(Set.of(LogKind.DECISION, LogKind.DRY_RUN))
                .build();
    }

    private static Optional<Names.Activity> activity(Member member) {
        return member.presentText(200).flatMap(text -> Names.parseActivity(text)
                .or(() -> member.refused("NOT_OUR_ACTIVITY", "An id that this logbook gave is expected.")));
    }

    private SubjectIdentity subject(Body body) {
        Member type = body.optional(SUBJECT_TYPE);
        Member id = body.optional(SUBJECT);
        if (type.isAbsent() != id.isAbsent()) {
            body.refuse(SUBJECT_TYPE, "NOT_TOGETHER", "The id of a data subject and its type come together.");
            return SubjectIdentity.UNKNOWN;
        }
        Optional<String> kind = type.matching("BSN|" + Names.SUBJECT_TYPE, "BSN or " + Names.SUBJECT_TYPE);
        return kind.filter("BSN"::equals).isPresent()
                ? new SubjectIdentity(
                        id.parsed(Bsn::new, "BSN_INVALID", "A BSN that passes the eleven-test is expected.")
                                .map(keys::of),
                        Optional.empty())
                : new SubjectIdentity(id.uuid().map(SubjectKey::new), Optional.empty());
    }
}
