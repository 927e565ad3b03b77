package nl.sluiswachter.console.transfers;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.kernel.Bsn;
import nl.sluiswachter.kernel.Days;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.kernel.SubjectIdentity;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.transfer.Reference;
import nl.sluiswachter.transferlog.JdbcTransferLog;
import nl.sluiswachter.transferlog.LogKind;
import nl.sluiswachter.transferlog.search.LogFilter;

/** Reads what somebody filled in to search by, and complains about each field that makes no sense. */
final class SearchReader {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,79}");
    private static final Pattern OUTCOME = Pattern.compile("PERMIT|DENY");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[ .]");
    private static final LocalDate EARLIEST = LocalDate.of(1850, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final Set<LogKind> TRANSFERS = Set.of(LogKind.DECISION);
    private static final Set<LogKind> DRY_RUNS = Set.of(LogKind.DRY_RUN);

    private final SubjectKeys keys;
    private final ActiveCatalogue catalogue;

    SearchReader(SubjectKeys keys, ActiveCatalogue catalogue) {
        this.keys = keys;
        this.catalogue = catalogue;
    }

    /**
     * What is looked for.
     *
     * @param asked by what kinds of things, never their values
     */
    record Sought(LogFilter filter, SortedSet<String> asked) {}

    /** Use the result only when there are no errors. */
    Sought read(SearchForm form, FormErrors errors) {
        Optional<LocalDate> from = day(form, "from", errors);
        Optional<LocalDate> until = day(form, "until", errors);
        if (from.isPresent() && until.filter(from.get()::isAfter).isPresent()) {
            errors.add("until", "transfers.error.until");
        }
        return new Sought(
                new LogFilter(
                        subject(form, errors),
                        caseKey(form, errors),
                        Optional.empty(),
                        Optional.empty(),
                        parsed(form, "party", Oin::new, "transfers.error.party", errors),
                        matching(form, "exchangeType", CODE, errors),
                        matching(form, "outcome", OUTCOME, errors),
                        matching(form, "reason", CODE, errors),
                        article(form, errors),
                        Optional.empty(),
                        from.map(Days::start),
                        until.map(day -> Days.start(day.plusDays(1))),
                        kinds(form)),
                asked(form));
    }

    /** The same without what only a session may hold: a number becomes the key of the person. */
    SearchForm withoutNumber(SearchForm form) {
        String bsn = digits(form);
        return bsn.isEmpty()
                ? form
                : form.with(SearchForm.BSN, "")
                        .with(SearchForm.PERSON, keys.of(new Bsn(bsn)).toString());
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
        String bsn = digits(form);
        Optional<SubjectKey> typed = bsn.isEmpty()
                ? Optional.empty()
                : Optional.of(bsn)
                        .filter(Bsn::isValid)
                        .map(valid -> keys.of(new Bsn(valid)))
                        .or(() -> errors.add(SearchForm.BSN, "transfers.error.bsn"));
        return new SubjectIdentity(typed.or(() -> kept), Optional.empty());
    }

    private static SubjectKey key(String text) {
        return new SubjectKey(UUID.fromString(text));
    }

    private static String digits(SearchForm form) {
        return BETWEEN_DIGITS.matcher(form.text(SearchForm.BSN)).replaceAll("");
    }

    private Optional<UUID> caseKey(SearchForm form, FormErrors errors) {
        return present(form, SearchForm.CASE)
                .flatMap(text -> Reference.isValid(text)
                        ? Optional.of(JdbcTransferLog.caseKey(keys, text))
                        : errors.add(SearchForm.CASE, "transfers.error.case"));
    }

    private Optional<String> article(SearchForm form, FormErrors errors) {
        return present(form, "article")
                .flatMap(text -> catalogue.current().articles().containsKey(text)
                        ? Optional.of(text)
                        : errors.add("article", "transfers.error.choice"));
    }

    private static Set<LogKind> kinds(SearchForm form) {
        return switch (form.text("kind")) {
            case "DRY_RUN" -> DRY_RUNS;
            case "ALL" -> Set.of(LogKind.DECISION, LogKind.DRY_RUN);
            default -> TRANSFERS;
        };
    }

    private static Optional<LocalDate> day(SearchForm form, String field, FormErrors errors) {
        return parsed(form, field, LocalDate::parse, "transfers.error.day", errors)
                .flatMap(day -> day.isBefore(EARLIEST) || day.isAfter(LATEST)
                        ? errors.add(field, "transfers.error.day")
                        : Optional.of(day));
    }

    private static Optional<String> matching(SearchForm form, String field, Pattern shape, FormErrors errors) {
        return present(form, field)
                .flatMap(text -> shape.matcher(text).matches()
                        ? Optional.of(text)
                        : errors.add(field, "transfers.error.choice"));
    }

    private static <T> Optional<T> parsed(
            SearchForm form, String field, Function<String, T> parser, String error, FormErrors errors) {
        return present(form, field).flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (IllegalArgumentException | DateTimeParseException e) {
                return errors.add(field, error);
            }
        });
    }

    private static Optional<String> present(SearchForm form, String field) {
        return Optional.of(form.text(field)).filter(text -> !text.isEmpty());
    }
}
