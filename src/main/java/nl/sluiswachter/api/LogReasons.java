package nl.sluiswachter.api;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.consent.InvalidityReason;
import nl.sluiswachter.delivery.DeliveryReasons;
import nl.sluiswachter.report.ReportReviews;
import nl.sluiswachter.report.Verdict;
import nl.sluiswachter.transferlog.task.ReviewVerdict;

/**
 * Every reason that an entry of the log can have: {@code LogReason} of the contract. Entries are older than the gateway that reads
 * them: a code that is given no more has to be added here by its name, and stays in the contract.
 */
public final class LogReasons {

    /** Of an operation: somebody at the console had the log verified. */
    public static final String VERIFY_LOG = "VERIFY_LOG";

    /** All codes. */
    static final SortedSet<String> ALL = all();

    private LogReasons() {}

    private static SortedSet<String> all() {
        SortedSet<String> codes = new TreeSet<>();
        Arrays.stream(Code.values()).filter(Code::refuses).map(Enum::name).forEach(codes::add);
        Stream.of(InvalidityReason.values(), Verdict.Reason.values(), ReviewVerdict.Reason.values())
                .flatMap(Arrays::<Enum<?>>stream)
                .map(Enum::name)
                .forEach(codes::add);
        DeliveryReasons.codes().forEach(codes::add);
        codes.add(ReportReviews.HELD_BACK);
        codes.add(VERIFY_LOG);
        return Collections.unmodifiableSortedSet(codes);
    }
}
