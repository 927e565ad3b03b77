package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import nl.sluiswachter.kernel.Days;

/**
 * Somebody whom nobody but Veilig Thuis has been told of, found by name and address.
 *
 * @param house number of the house, of one resident each
 */
record HiddenResident(String house) {

    /** A report to Veilig Thuis about this person; the id of the transfer. */
    String isReported() {
        return Client.of("huisarts")
                .transfer(Messages.report()
                        .with(
                                "/persons/0/data/identity/address",
                                "{\"postcode\":\"1234 AB\",\"houseNumber\":\"%s\"}".formatted(house)))
                .transferId();
    }

    /** A resident's report, which holds that back. */
    void isGivenAReport(String reference) {
        Reply report = asksForAReport(reference);
        assertThat(report.status()).as(report.text()).isEqualTo(200);
    }

    /** The same, whatever the answer. */
    Reply asksForAReport(String reference) {
        Tables.asOwner();
        LocalDate today = Days.of(Instant.now());
        return Client.of("gemeente-wmo")
                .post(
                        "/v1/resident-reports",
                        Message.of(
                                """
                                {"from":"%s","until":"%s","ground":"ACCESS_REQUEST","reference":"%s",
                                 "subject":{"name":{"given":"%s","family":"%s"},"birthdate":"1984-03-12",
                                            "postcode":"1234AB","houseNumber":"%s"}}
                                """
                                        .formatted(
                                                today.minusDays(2),
                                                today,
                                                reference,
                                                Messages.GIVEN,
                                                Messages.FAMILY,
                                                house)))
                .send();
    }
}
