package nl.sluiswachter.console.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.transferlog.search.LogFilter;
import org.junit.jupiter.api.Test;

/** A period is typed in days of the Netherlands, and comes from figures as moments: months of UTC. */
class SearchFormTest {

    private static final SearchReader READER = new SearchReader(
            new SubjectKeys(new byte[32]), null, null, null, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void readsDaysOfTheNetherlandsBothIncluded() {
        LogFilter filter = read("2026-11-01", "2026-11-30", new FormErrors());

        assertThat(filter.from()).contains(Instant.parse("2026-10-31T23:00:00Z"));
        assertThat(filter.until()).contains(Instant.parse("2026-11-30T23:00:00Z"));
    }

    @Test
    void readsMomentsAsTheyAreAndShowsTheDaysTheyBoundInTheForm() {
        SearchForm form = form("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z");
        LogFilter filter = READER.read(form, new FormErrors()).filter();

        assertThat(filter.from()).contains(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(filter.until()).contains(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(form.day("from")).isEqualTo("2026-11-01");
        assertThat(form.day("until")).isEqualTo("2026-11-30");
        assertThat(form.day("until")).isNotEqualTo(form.text("until"));
    }

    @Test
    void complainsAboutAnEndThatIsNotAfterTheBeginning() {
        for (String until : new String[] {"2026-10-31", "2026-11-01T00:00:00Z", "+999999999-12-31T00:00:00Z"}) {
            FormErrors errors = new FormErrors();
            read("2026-11-01T00:00:00Z", until, errors);
            assertThat(errors.has("until")).as(until).isTrue();
        }
    }

    private static LogFilter read(String from, String until, FormErrors errors) {
        return READER.read(form(from, until), errors).filter();
    }

    private static SearchForm form(String from, String until) {
        return SearchForm.empty().with("from", from).with("until", until);
    }
}
