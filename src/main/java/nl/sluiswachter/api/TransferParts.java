package nl.sluiswachter.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import nl.sluiswachter.api.ReceiverSlice.PersonSlice;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Capacity;

/** Makes a part per receiver of a call, and one answer of the answers to its parts. */
public final class TransferParts {

    /** The most receivers of one call. */
    static final int MOST_RECEIVERS = 16;

    private static final String RECEIVERS = "receivers";
    private static final Set<String> READ = Set.of(RECEIVERS, "receiver", "exchangeType");
    private static final int BAD_REQUEST = 400;
    private static final int UNAVAILABLE = 500;

    private final StrictJson json;
    private final ActiveCatalogue catalogue;

    TransferParts(StrictJson json, ActiveCatalogue catalogue) {
        this.json = json;
        this.catalogue = catalogue;
    }

    /**
     * The parts of the call, in the order of its receivers.
     *
     * @throws ProblemException 400 when the list is wrong or the exchange type has one receiver only
     */
    public List<Part> split(Request request) {
        JsonNode message = json.read(request.body());
        if (message.path(RECEIVERS).isMissingNode() || message.path(RECEIVERS).isNull()) {
            return List.of(new Part(request, message, 0, false));
        }
        Body body = Body.of(message.deepCopy() instanceof ObjectNode object ? object.retain(READ) : message);
        List<ReceiverSlice> slices = slices(body, message);
        demandSeveral(body);
        body.check();
        List<Part> parts = new ArrayList<>();
        for (ReceiverSlice slice : slices) {
            parts.add(new Part(request, slice.of((ObjectNode) message), parts.size(), true));
        }
        return parts;
    }

    private static List<ReceiverSlice> slices(Body body, JsonNode message) {
        Member member = body.required(RECEIVERS);
        List<ReceiverSlice> slices = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Member element : member.list(1, MOST_RECEIVERS)) {
            element.object()
                    .flatMap(receiver -> slice(receiver, element, message, seen))
                    .ifPresent(slices::add);
        }
        return slices;
    }

    private static Optional<ReceiverSlice> slice(Body receiver, Member element, JsonNode message, Set<String> seen) {
        Optional<Oin> oin = receiver.required("oin")
                .parsed(Oin::new, "OIN_EXPECTED", "An OIN of 20 digits or capitals is expected.");
        Optional<Capacity> capacity = receiver.required("capacity")
                .parsed(Capacity::new, "CAPACITY_EXPECTED", "A capacity in capitals and underscores is expected.");
        List<PersonSlice> own = new ArrayList<>();
        Member persons = receiver.optional("persons");
        if (!persons.isAbsent()) {
            persons.list(0, ReceiverSlice.MOST_PERSONS).forEach(person -> person.object()
                    .flatMap(body -> person(body, person, message))
                    .ifPresent(own::add));
        }
        if (oin.isPresent() && capacity.isPresent() && !seen.add(oin.get() + " " + capacity.get())) {
            element.refused("RECEIVER_NAMED_TWICE", "Each receiver is named once.");
        }
        return oin.flatMap(o -> capacity.map(c -> new ReceiverSlice(o, c, own)));
    }

    private static Optional<PersonSlice> person(Body body, Member member, JsonNode message) {
        Optional<String> ref = body.required("ref").text(ReceiverSlice.LONGEST_CODE);
        Optional<ObjectNode> data = body.required("data").anyObject();
        Member origins = body.optional("origins");
        Optional<ObjectNode> stated =
                origins.isAbsent() ? Optional.of(JsonNodeFactory.instance.objectNode()) : origins.anyObject();
        if (ref.isEmpty() || data.isEmpty() || stated.isEmpty()) {
            return Optional.empty();
        }
        if (!ReceiverSlice.has(message, ref.get())) {
            return member.refused("REF_UNKNOWN", "A person of the message with data is expected.");
        }
        PersonSlice slice = new PersonSlice(ref.get(), data.get(), stated.get());
        if (!slice.originsAreOwn()) {
            return member.refused("ORIGIN_OF_ANOTHER", "The origins in a slice are those of its own fields.");
        }
        return ReceiverSlice.overlaps(message, slice)
                ? member.refused("FIELD_GIVEN_TWICE", "A field stands in the message or in the slice, not in both.")
                : Optional.of(slice);
    }

    private void demandSeveral(Body body) {
        boolean several = body.required("exchangeType")
                .text(ReceiverSlice.LONGEST_CODE)
                .flatMap(code -> catalogue.current().type(code))
                .map(ExchangeType::multiParty)
                .orElse(false);
        if (!several) {
            body.refuse(RECEIVERS, "ONE_RECEIVER_EXPECTED", "This exchange type has one receiver: use receiver.");
        }
        if (!body.optional("receiver").isAbsent()) {
            body.refuse("receiver", "NOT_TOGETHER", "Give receiver or receivers, not both.");
        }
    }

    /** One answer: that of the only part, or a list with what each receiver's part was answered. */
    public Answer together(List<Part> parts) {
        if (!parts.get(0).isListed()) {
            return parts.get(0).answer().orElseThrow();
        }
        List<ObjectNode> transfers = new ArrayList<>();
        for (Part part : parts) {
            Answer answer = part.answer().orElseThrow();
            ObjectNode entry = ReceiverSlice.named(part.receiver());
            entry.put("status", answer.status());
            entry.setAll((ObjectNode) json.read(answer.body()));
            transfers.add(entry);
        }
        int worst = statuses(parts).max().orElseThrow();
        OptionalInt permitted =
                statuses(parts).filter(status -> status < BAD_REQUEST).max();
        return permitted.isPresent() && worst < UNAVAILABLE
                ? Answer.json(permitted.getAsInt(), json.write(Map.of("transfers", transfers)))
                : refused(worst, transfers);
    }

    private static IntStream statuses(List<Part> parts) {
        return parts.stream().mapToInt(part -> part.answer().orElseThrow().status());
    }

    /** What could not be decided is worth another try with the same key; what was decided then answers the same. */
    private Answer refused(int status, List<ObjectNode> transfers) {
        Problem problem = new Problem(
                status,
                status < UNAVAILABLE ? "NO_RECEIVER_PERMITTED" : "NOT_ALL_DECIDED",
                status < UNAVAILABLE ? "The exchange is refused" : "Not every receiver's part was decided",
                status < UNAVAILABLE
                        ? "Nothing goes to any of the receivers; transfers says why for each."
                        : "Send the same request with the same key again; transfers says what was decided.",
                Map.of("transfers", transfers));
        return new Answer(status, Problem.MEDIA_TYPE, Map.of(), json.write(problem.toJson()));
    }
}
