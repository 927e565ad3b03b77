package nl.sluiswachter.console.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import nl.sluiswachter.console.form.FormErrors;
import nl.sluiswachter.console.person.PersonForm;
import org.junit.jupiter.api.Test;

class ReportFormTest {

    @Test
    void refusesDaysThatNoDatabaseKnows() {
        FormErrors errors = new FormErrors();

        form("+999999999-12-31", "+999999999-12-31").texts(errors);

        assertThat(errors.fields()).containsExactly("from", "until");
    }

    @Test
    void takesADayAsAPeriod() {
        FormErrors errors = new FormErrors();

        assertThat(form("2026-11-21", "2026-11-21").texts(errors)).containsEntry("from", "2026-11-21");
        assertThat(errors.isEmpty()).isTrue();
    }

    private static ReportForm form(String from, String until) {
        return new ReportForm(PersonForm.empty(), from, until, "NL", "INZAGE-2026-014");
    }
}
