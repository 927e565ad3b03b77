package nl.sluiswachter.console.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.console.person.PersonForm;
import org.junit.jupiter.api.Test;

class ReportFormTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void refusesDaysThatNoDatabaseKnows() {
        FormErrors errors = new FormErrors();

        form("+999999999-12-31", "+999999999-12-31").texts(TODAY, errors);

        assertThat(errors.fields()).containsExactly("from", "until");
    }

    @Test
    void takesADayAsAPeriod() {
        FormErrors errors = new FormErrors();

        assertThat(form("2026-11-21", "2026-11-21").texts(TODAY, errors)).containsEntry("from", "2026-11-21");
        assertThat(errors.isEmpty()).isTrue();
    }

    @Test
    void tellsNothingOfDaysToCome() {
        FormErrors errors = new FormErrors();

        form("2026-11-21", "2026-11-22").texts(TODAY, errors);

        assertThat(errors.fields()).containsExactly("until");
    }

    private static ReportForm form(String from, String until) {
        return new ReportForm(PersonForm.empty(), from, until, "NL", "INZAGE-2026-014");
    }
}
