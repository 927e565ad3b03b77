package nl.sluiswachter.canary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Origin;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.party.Party;
import nl.sluiswachter.party.PartyStatus;
import nl.sluiswachter.party.Side;
import nl.sluiswachter.transfer.Circumstances;
import nl.sluiswachter.transfer.DataItem;
import nl.sluiswachter.transfer.Message;
import nl.sluiswachter.transfer.Person;
import nl.sluiswachter.transfer.Statement;
import nl.sluiswachter.transfer.Submitted;

/**
 * Writes canaries: wrong in as many ways as a message can be. The sender may send under the rule, because of who may not
 * less is examined. The person does not exist: an identity drawn anew for each message, so that nobody can register
 * anything about it.
 */
final class CanaryMessages {

    /** Sender and receiver; no register gives out letters in front. */
    static final Oin NOBODY = new Oin("CANARY00000000000000");

    /** Purpose, receiving capacity and claimed basis: a name of no catalogue. */
    static final String WRONG = "CANARY";

    static final String BSN = "identity.bsn";
    static final String NAME = "identity.name";
    static final String ADDRESS = "identity.address";
    static final Set<String> IDENTITY = Set.of(NAME, "identity.birthdate", ADDRESS);
    static final String STRANGE_FIELD = "canary.field";
    static final String STRANGE_ITEM = "dataItems." + STRANGE_FIELD;

    /** A number of the test range, which is nobody's, the example account of the IBAN registry, and an address. */
    static final List<String> HIDDEN = List.of("999990019", "NL91ABNA0417164300", "Kanariestraat 1");

    /** What is hidden in a text, and what of it must stay. */
    private static final String HIDING = WRONG + " " + String.join(" / ", HIDDEN);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final IdSource ids;
    private final Clock clock;

    CanaryMessages(IdSource ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    Submitted submit(Canary canary, Catalogue catalogue) {
        Bait bait = new Bait(catalogue, canary.rule());
        return Submitted.canary(
                ids.next(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                sender(bait.sender()),
                catalogue,
                canary.type(),
                canary.rule(),
                message(bait));
    }

    private static Party sender(Capacity capacity) {
        return new Party(
                NOBODY, WRONG, Side.MUNICIPALITY, PartyStatus.ACTIVE, Set.of(capacity), List.of(), Optional.empty());
    }

    /** States what may not be so, and nothing that should be; asks for what is no data, and answers what nobody asked. */
    private Message message(Bait bait) {
        Set<Statement> stated = Set.of(Statement.REFUSED, Statement.ABSENCE_NOTICE, Statement.ENFORCEMENT);
        return new Message(
                bait.sender(),
                NOBODY,
                new Capacity(WRONG),
                WRONG,
                Optional.of(WRONG),
                "",
                Optional.empty(),
                Optional.of(ids.next()),
                new Circumstances(stated, Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(item()),
                List.of(person(bait)));
    }

    private static DataItem item() {
        return new DataItem(
                STRANGE_FIELD, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    private Person person(Bait bait) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        bait.stuckFields().forEach(path -> fields.put(path, JSON.textNode(WRONG)));
        fields.put(BSN, JSON.textNode(WRONG));
        fields.put(STRANGE_FIELD, JSON.textNode(WRONG));
        bait.textField().ifPresent(path -> fields.put(path, bait.holding(path, HIDING)));
        String unique = ids.next().toString();
        fields.put(NAME, JSON.objectNode().put("given", HIDING).put("family", unique));
        fields.put("identity.birthdate", JSON.textNode("1850-01-01"));
        fields.put(ADDRESS, JSON.objectNode().put("postcode", "0000AA").put("houseNumber", "0"));
        Map<String, Set<Origin>> origins = new LinkedHashMap<>();
        bait.stuckOrigin().ifPresent(stuck -> bait.stuckFields().forEach(path -> origins.put(path, Set.of(stuck))));
        return new Person("p1", Relation.SUBJECT, bait.nativeOrigin(), fields, origins);
    }
}
