package nl.sluiswachter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import nl.sluiswachter.kernel.Days;

/**
 * What the pages of the console have to show in pictures and walks: exchanges of every outcome. Sown by each class that looks at
 * them, since others forget the registers.
 */
final class ConsoleSeeds {

    private ConsoleSeeds() {}

    static void sow() {
        Tables.forgetRegisters();
        Client municipality = Client.of("gemeente-wmo");
        municipality.transfer(Messages.allocation()); // refused: nobody is committed
        Registers.commitment(Messages.ANNA);
        municipality.transfer(Messages.allocation().text("/caseReference", "Z-VOORBEELD"));
        municipality.transfer(Messages.referral()); // refused: no consent
        Client.of("huisarts").transfer(Messages.report());
        Client.of("wmo-aanbieder").transfer(Messages.alert()); // to be reviewed: vital interest
        consent();
        judge(Client.of("wmo-aanbieder").transfer(Messages.alert()).transferId());
        holdBack();
    }

    static void consent() {
        Registers.consentBy(
                "gemeente-wmo",
                Registers.asked(Registers.consent(
                        Messages.ANNA, "WELFARE_REFERRAL", "00000099000000002700", "contact.phone", "support.need")));
        Registers.consentBy( // the newest, so the first on the page
                "gemeente-wmo",
                Registers.consent(Messages.ANNA, "WELFARE_REFERRAL", "00000099000000002700", "identity", "support"));
    }

    private static void judge(String transfer) {
        String review = "/console/review/" + transfer;
        Map<String, String> verdict = Map.of("reason", "NECESSARY", "reference", "FG-VOORBEELD", "seen", "0");
        assertThat(OfficerAtWork.on("AUDIT").leads(review, review, verdict)).endsWith("?saved=true");
    }

    /** A report that does not tell the resident of what is confidential. */
    static void holdBack() {
        Tables.asOwner();
        LocalDate today = Days.of(Instant.now());
        Reply report = Client.of("gemeente-wmo")
                .post(
                        "/v1/resident-reports",
                        Message.of(
                                """
                                {"from":"%s","until":"%s","ground":"ACCESS_REQUEST","reference":"OVERZICHT-VOORBEELD",
                                 "subject":{"bsn":"%s"}}
                                """
                                        .formatted(today.minusDays(1), today, Messages.ANNA)))
                .send();
        assertThat(report.status()).as(report.text()).isEqualTo(200);
        Tables.asOwner();
    }
}
