package nl.sluiswachter.acceptance;

import java.util.UUID;

/** A message of each exchange type that is permitted once the registers hold what it needs. */
final class Messages {

    /** Names and texts that occur nowhere but in messages, so that they can be looked for everywhere else. */
    static final String GIVEN = "Zwaantje";

    static final String FAMILY = "Quispelaar";
    static final String STREET = "Klapwijksekade";
    static final String STORY = "kan de trap niet meer op";
    static final String NECESSITY = "ondersteuning begint binnenkort";

    static final String ANNA = "999993653";
    static final String BORIS = "123456782";

    private Messages() {}

    static Message allocation() {
        return message("WMO_ALLOCATION", "GEMEENTE_WMO", "00000099000000002000", "WMO_AANBIEDER", "DELIVER_PROVISION")
                .text("/persons/0/data/care/indication", STORY);
    }

    static Message referral() {
        return message("WELFARE_REFERRAL", "GEMEENTE_WMO", "00000099000000002700", "WELZIJN", "CONTACT_RESIDENT")
                .text("/persons/0/data/support/need", STORY);
    }

    static Message question() {
        return message(
                        "WMO_HEALTH_INFO_REQUEST",
                        "GEMEENTE_WMO",
                        "00000099000000002100",
                        "HUISARTS",
                        "WMO_INVESTIGATION")
                .with(
                        "/dataItems",
                        "[{\"field\":\"health.functional\",\"purpose\":\"%s\",\"necessity\":\"%s\"}]"
                                .formatted(NECESSITY, STORY))
                .text("/persons/0/data/request/question", STORY);
    }

    /** @param request id of the transfer that it answers */
    static Message answer(String request) {
        return message(
                        "WMO_HEALTH_INFO_RESPONSE",
                        "HUISARTS",
                        "00000099000000001000",
                        "GEMEENTE_WMO",
                        "WMO_INVESTIGATION")
                .text("/replyTo", request)
                .text("/persons/0/origin", "ZVW")
                .text("/persons/0/data/health/functional", STORY);
    }

    /** The name tells who it is about; the age who consents. */
    static Message pupil(String birthdate) {
        return message("SCHOOL_TO_YOUTH_TEAM", "SCHOOL", "00000099000000001100", "GEMEENTE_JEUGD", "EARLY_HELP")
                .text("/persons/0/origin", "SCHOOL")
                .text("/persons/0/data/identity/birthdate", birthdate)
                .text("/persons/0/data/school/support_need", STORY);
    }

    static Message report() {
        return message("VT_REPORT", "HUISARTS", "00000099000000002500", "VEILIG_THUIS", "STOP_VIOLENCE_OR_ABUSE")
                .text("/persons/0/origin", "ZVW")
                .text("/persons/0/data/safety/concern", STORY)
                .with("/circumstances/informed", "{\"status\":\"INFORMED\"}");
    }

    static Message alignment() {
        return message(
                        "NURSE_WMO_ALIGNMENT",
                        "WMO_AANBIEDER",
                        "00000099000000002200",
                        "WIJKVERPLEGING",
                        "ALIGN_DAILY_CARE")
                .text("/persons/0/data/health/functional", STORY);
    }

    /** A life is in danger. */
    static Message alert() {
        return message("VITAL_INTEREST_ALERT", "WMO_AANBIEDER", "00000099000000002100", "HUISARTS", "SAVE_LIFE")
                .without("/persons/0/data/identity/bsn")
                .text("/persons/0/data/safety/acute", STORY)
                .with("/circumstances/personCannotConsent", "true")
                .with("/circumstances/weighing", "{\"considered\":true,\"text\":\"%s\"}".formatted(NECESSITY));
    }

    /** @param sender its capacity */
    static Message concern(String sender) {
        return message("OGGZ_CONCERN_REPORT", sender, "00000099000000001000", "GEMEENTE_WMO", "TRIAGE_AND_EXPLORATION")
                .without("/persons/0/data/identity/bsn")
                .with("/persons/0/data/identity/address", "{\"postcode\":\"1234AB\",\"houseNumber\":\"5\"}")
                .text("/persons/0/data/safety/concern", STORY);
    }

    private static Message message(String type, String sender, String oin, String receiver, String purpose) {
        return Message.of(
                """
                {"exchangeType":"%s","senderCapacity":"%s","receiver":{"oin":"%s","capacity":"%s"},"purpose":"%s",
                 "necessity":"%s","circumstances":{},
                 "persons":[{"ref":"p1","relation":"SUBJECT","origin":"WMO","data":{"identity":
                   {"bsn":"%s","name":{"given":"%s","family":"%s"},"birthdate":"1984-03-12"}}}]}
                """
                        .formatted(type, sender, oin, receiver, purpose, NECESSITY, ANNA, GIVEN, FAMILY));
    }

    /** A reference that nothing else has; without digits, of which nine could be a BSN. */
    static String reference(String prefix) {
        return prefix + UUID.randomUUID().toString().replaceAll("[0-9]", "x");
    }
}
