package nl.sluiswachter.console.transfers;

import com.fasterxml.jackson.databind.JsonNode;
import nl.sluiswachter.console.officers.OfficerNames;
import nl.sluiswachter.transferlog.search.Found;
import nl.sluiswachter.transferlog.search.Ground;

/** What happened, as a line of a timeline. */
final class TransferSteps {

    private static final String WORDS = "transfers.step.";

    private TransferSteps() {}

    static TransferView.Step of(Found step, TransferWords words) {
        JsonNode detail = step.entry().path("detail");
        return new TransferView.Step(
                words.exactly(step),
                WORDS + name(step, detail),
                detail.path("reason").asText(),
                step.text("party").map(words::party).orElse(""));
    }

    /** Somebody looked at it; {@code look} is a look-up. */
    static TransferView.Look look(Found look, TransferWords words, OfficerNames.Called officers) {
        JsonNode detail = look.entry().path("detail");
        String ground = detail.path("ground").asText();
        return new TransferView.Look(
                words.exactly(look),
                look.text("party").map(words::party).orElse(""),
                officers.of(officer(look)),
                look.isDamaged()
                        ? WORDS + "DAMAGED"
                        : (ground.equals(Ground.LOGBOOK_READ.name()) ? "transfers.look." : "ground.") + ground,
                detail.path("reference").asText());
    }

    /** Who of the party looked; empty for a system. */
    static String officer(Found look) {
        return look.entry().path("detail").path("officer").asText();
    }

    private static String name(Found step, JsonNode detail) {
        if (step.isDamaged()) {
            return "DAMAGED";
        }
        return switch (step.kind()) {
            case DECISION -> "DECISION." + step.text("outcome").orElse("DENY");
            case DELIVERED ->
                detail.has("note")
                        ? "DELIVERED.LATE"
                        : "DELIVERED." + detail.path("channel").asText();
            case ACKNOWLEDGED -> "ACKNOWLEDGED." + detail.path("status").asText();
            default -> step.kind().name();
        };
    }
}
