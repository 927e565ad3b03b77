package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.sluiswachter.support.Statements;

/**
 * A page and what it shows, to count what it asks the database for it.
 *
 * @param address where it is when there is something to see
 * @param sow adds to what it shows
 * @param row each thing that it shows
 */
record ShownPage(OfficerAtWork officer, Supplier<String> address, Runnable sow, String row) {

    /** For any page. */
    private static final int MOST = 30;

    /** @param added how much more is shown each time that something was sown */
    void assertAsksAsOftenForMore(int added) {
        assertAsksAsOftenForMore(added, 0);
    }

    /** @param written how many more entries of the log the page writes before it shows that */
    void assertAsksAsOftenForMore(int added, int written) {
        sow.run();
        Tables.asOwner();
        int some = cost();
        int rows = rows();

        sow.run();
        Tables.asOwner();

        assertThat(cost()).isLessThanOrEqualTo(some + written);
        assertThat(some).isBetween(1, MOST);
        assertThat(rows).isPositive();
        assertThat(rows()).isGreaterThanOrEqualTo(rows + added);
    }

    /** Of some times, because now and then a session is told that it was used. */
    private int cost() {
        String path = address.get();
        officer.get(path);
        return IntStream.range(0, 4)
                .map(time -> Statements.during(
                        () -> assertThat(officer.get(path).statusCode()).isEqualTo(200)))
                .min()
                .orElseThrow();
    }

    private int rows() {
        String page = officer.get(address.get()).body();
        return (int) Pattern.compile(row).matcher(page).results().count();
    }
}
