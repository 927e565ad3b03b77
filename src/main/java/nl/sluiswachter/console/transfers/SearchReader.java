package nl.sluiswachter.console.transfers;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.catalogue.KnownLaw;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.console.form.Typed;
import nl.sluiswachter.delivery.Stall;
import nl.sluiswachter.delivery.StuckMessages;
import nl.sluiswachter.kernel.Days;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.transferlog.JdbcTransferLog;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.search.LogFilter;

/** Reads what somebody filled in to search by, and complains about each field that makes no sense. */
final class SearchReader {

    private static final Pattern CODE = Pattern.compile(ExchangeType.ID);
    private static final Pattern OUTCOME = Pattern.compile("PERMIT|DENY");
    static final List<String> PARTIES = List.of("party", "sender", "receiver");
    private static final Set<LogKind> TRANSFERS = Set.of(LogKind.DECISION);
    private static final Set<LogKind> DRY_RUNS = Set.of(LogKind.DRY_RUN);

    private final SubjectKeys keys;
    private final KnownLaw law;
    private final StuckMessages messages;
    private final CalledParties parties;
    private final Clock clock;

    SearchReader(SubjectKeys keys, KnownLaw law, StuckMessages messages, CalledParties parties, Clock clock) {
        this.keys = keys;
        this.law = law;
        this.messages = messages;
        this.parties = parties;
        this.clock = clock;
    }

    /**
     * What is looked for.
     *
     * @param asked by what kinds of things, never their values
     */
    record Sought(LogFilter filter, SortedSet<String> asked) {}

    /** Use the result only when there are no errors. */
    Sought read(SearchForm form, FormErrors errors) {
        Optional<Instant> from = bound(form, "from", 0, errors);
        Optional<Instant> until = bound(form, "until", 1, errors);
        if (from.isPresent() && until.filter(end -> !end.isAfter(from.get())).isPresent()) {
            errors.add("until", "form.error.order");
        }
        LogFilter filter = LogFilter.builder()
                .subject(subject(form, errors))
                .caseKey(caseKey(form, errors))
                .party(party(form, "party", errors))
                .sender(party(form, "sender", errors))
                .receiver(party(form, "receiver", errors))
                .exchangeType(matching(form, "exchangeType", CODE, errors))
                .outcome(matching(form, "outcome", OUTCOME, errors))
                .reason(matching(form, "reason", CODE, errors))
                .article(article(form, errors))
                .from(from)
                .until(until)
                .kinds(kinds(form, errors))
                .among(stalled(form, errors))
                .build();
        return new Sought(filter, asked(form));
    }

    /** What does not get to its receiver at this moment. */
    private Optional<Set<UUID>> stalled(SearchForm form, FormErrors errors) {
        return present(form, "delivery")
                .flatMap(text ->
                        Typed.choice(Stall.class, text).or(() -> errors.add("delivery", "transfers.error.choice")))
                .map(stall -> messages.transfers(stall, clock.instant()));
    }

    /** The same without what only a session may hold: a number becomes the key of the person. */
    SearchForm withoutNumber(SearchForm form) {
        return typed(form, new FormErrors())
                .map(key -> form.with(SearchForm.BSN, "").with(SearchForm.PERSON, key.toString()))
                .orElse(form);
    }

    private static SortedSet<String> asked(SearchForm form) {
        SortedSet<String> asked = new TreeSet<>(form.texts().keySet());
        if (asked.remove(SearchForm.PERSON) | asked.remove(SearchForm.BSN)) {
            asked.add("subject");
        }
        return asked;
    }

    private SubjectIdentity subject(SearchForm form, FormErrors errors) {
        Optional<SubjectKey> kept = Optional.of(form.text(SearchForm.PERSON))
                .filter(text -> !text.isEmpty())
                .map(SearchReader::key);
        return new SubjectIdentity(typed(form, errors).or(() -> kept), Optional.empty());
    }

    private static SubjectKey key(String text) {
        return new SubjectKey(UUID.fromString(text));
    }

    private Optional<SubjectKey> typed(SearchForm form, FormErrors errors) {
        return present(form, SearchForm.BSN)
                .flatMap(text -> Typed.bsn(text, errors))
                .map(keys::of);
    }

    private Optional<UUID> caseKey(SearchForm form, FormErrors errors) {
        return present(form, SearchForm.CASE)
                .flatMap(text -> Typed.reference(text, SearchForm.CASE, errors))
                .map(text -> JdbcTransferLog.caseKey(keys, text));
    }

    private Optional<Oin> party(SearchForm form, String field, FormErrors errors) {
        return present(form, field).flatMap(text -> {
            List<Oin> meant = parties.meant(text);
            return meant.size() == 1
                    ? Optional.of(meant.get(0))
                    : errors.add(field, meant.isEmpty() ? "transfers.error.party" : "transfers.error.parties");
        });
    }

    /** The same with the OIN of each organisation that was called by its name, as far as that is of one only. */
    SearchForm withOins(SearchForm form) {
        SearchForm known = form;
        for (String field : PARTIES) {
            List<Oin> meant = present(form, field).map(parties::meant).orElse(List.of());
            known = meant.size() == 1 ? known.with(field, meant.get(0).value()) : known;
        }
        return known;
    }

    private Optional<String> article(SearchForm form, FormErrors errors) {
        return present(form, "article")
                .flatMap(text ->
                        law.hasArticle(text) ? Optional.of(text) : errors.add("article", "transfers.error.choice"));
    }

    private static Set<LogKind> kinds(SearchForm form, FormErrors errors) {
        return switch (form.text("kind")) {
            case "DRY_RUN" -> DRY_RUNS;
            case "ALL" -> Set.of(LogKind.DECISION, LogKind.DRY_RUN);
            case "", "DECISION" -> TRANSFERS;
            default -> {
                errors.add("kind", "transfers.error.choice");
                yield TRANSFERS;
            }
        };
    }

    /** The moment itself, else the start of the day, so many days later. */
    private static Optional<Instant> bound(SearchForm form, String field, int later, FormErrors errors) {
        return present(form, field)
                .flatMap(text -> moment(text).or(() -> Typed.day(text, field, "form.error.day", errors)
                        .map(day -> Days.start(day.plusDays(later)))));
    }

    /** As the API has it; empty for a day, and for what is neither. */
    static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text)).filter(moment -> Days.isPlausible(Days.of(moment)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> matching(SearchForm form, String field, Pattern shape, FormErrors errors) {
        return present(form, field)
                .flatMap(text -> shape.matcher(text).matches()
                        ? Optional.of(text)
                        : errors.add(field, "transfers.error.choice"));
    }

    private static Optional<String> present(SearchForm form, String field) {
        return Optional.of(form.text(field)).filter(text -> !text.isEmpty());
    }
}
