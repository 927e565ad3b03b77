package nl.sluiswachter.transferlog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transfer.CheckName;
import nl.sluiswachter.transfer.DataItem;
import nl.sluiswachter.transfer.Finding;
import nl.sluiswachter.transfer.Obligation;

/** Reads what {@link DecisionEntry} wrote. */
public final class DecisionReader {

    private DecisionReader() {}

    /** @throws IllegalStateException when the entry has a format that this gateway does not know */
    public static RecordedDecision read(JsonNode entry) {
        if (entry.path("format").asInt() != DecisionEntry.FORMAT) {
            throw new IllegalStateException("A log entry has an unknown format");
        }
        return new RecordedDecision(
                UUID.fromString(entry.path("transferId").asText()),
                Instant.parse(entry.path("recordedAt").asText()),
                new Oin(entry.path("sender").asText()),
                known(entry, "receiver").map(Oin::new),
                known(entry, "senderCapacity"),
                known(entry, "receiverCapacity"),
                entry.path("exchangeType").asText(),
                entry.path("purpose").asText(),
                entry.path("policyVersion").asText(),
                entry.path("outcome").asText().equals("PERMIT"),
                entry.path("kind").asText().equals(LogKind.DRY_RUN.name()),
                each(entry.path("findings"), DecisionReader::finding),
                each(entry.path("remedies"), DecisionReader::remedied),
                each(entry.path("removed"), DecisionReader::leftOut),
                each(entry.path("obligations"), DecisionReader::obligation),
                each(entry.path("givers"), DecisionReader::given),
                each(entry.path("persons"), DecisionReader::someone),
                each(entry.path("dataItems"), DecisionReader::item));
    }

    private static Finding finding(JsonNode node) {
        return new Finding(
                CheckName.valueOf(node.path("check").asText()),
                Finding.Outcome.valueOf(node.path("outcome").asText()),
                code(node),
                node.path("article").asText(),
                text(node, "person"),
                text(node, "field"));
    }

    private static RecordedDecision.Remedied remedied(JsonNode node) {
        return new RecordedDecision.Remedied(node.path("code").asText(), text(node, "person"), text(node, "call"));
    }

    private static RecordedDecision.LeftOut leftOut(JsonNode node) {
        return new RecordedDecision.LeftOut(
                node.path("person").asText(),
                node.path("field").asText(),
                code(node),
                node.path("article").asText());
    }

    private static Obligation obligation(JsonNode node) {
        return new Obligation(
                node.path("code").asText(),
                LocalDate.parse(node.path("due").asText()),
                node.path("article").asText());
    }

    private static RecordedDecision.Given given(JsonNode node) {
        return new RecordedDecision.Given(
                node.path("person").asText(), node.path("byRepresentative").asBoolean());
    }

    private static RecordedDecision.Someone someone(JsonNode node) {
        Set<String> submitted = new TreeSet<>();
        node.path("origins").fieldNames().forEachRemaining(submitted::add);
        return new RecordedDecision.Someone(
                node.path("ref").asText(),
                Relation.valueOf(node.path("relation").asText()),
                submitted,
                each(node.path("delivered"), JsonNode::asText));
    }

    private static RecordedDecision.Item item(JsonNode node) {
        return new RecordedDecision.Item(
                node.path("field").asText(), text(node, "outcome").map(DataItem.Outcome::valueOf));
    }

    private static Code code(JsonNode node) {
        return Code.valueOf(node.path("code").asText());
    }

    private static Optional<String> known(JsonNode entry, String member) {
        return text(entry, member).filter(value -> !value.equals(DecisionEntry.UNKNOWN));
    }

    private static Optional<String> text(JsonNode node, String member) {
        return Optional.ofNullable(node.get(member)).map(JsonNode::asText);
    }

    private static <T> List<T> each(JsonNode list, Function<JsonNode, T> reader) {
        return StreamSupport.stream(list.spliterator(), false).map(reader).toList();
    }
}
