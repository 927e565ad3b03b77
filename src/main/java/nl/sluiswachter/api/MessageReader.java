package nl.sluiswachter.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.ExchangeType;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Capacity;
import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.transfer.DataItem;
import nl.sluiswachter.transfer.Message;
import nl.sluiswachter.transfer.Person;

/** Reads the body of a transfer; everything that is wrong with it comes back in one problem. */
final class MessageReader {

    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_ARTICLE = 200;

    private final GatewaySettings.Limits limits;
    private final Body body;
    private final Optional<ExchangeType> type;

    MessageReader(Catalogue catalogue, GatewaySettings.Limits limits, JsonNode json) {
        this.limits = limits;
        this.body = Body.of(json);
        this.type = type(catalogue);
    }

    /** The exchange type, after {@link #message()} found nothing wrong. */
    ExchangeType type() {
        return type.orElseThrow();
    }

    /** @throws ProblemException 400 with every complaint */
    Message message() {
        Optional<Capacity> senderCapacity = capacity(body, "senderCapacity");
        Optional<Body> receiver = body.required("receiver").object();
        Optional<Oin> oin = receiver.flatMap(r ->
                r.required("oin").parsed(Oin::new, "OIN_EXPECTED", "An OIN of 20 digits or capitals is expected."));
        Optional<Capacity> receiverCapacity = receiver.flatMap(r -> capacity(r, "capacity"));
        Optional<String> purpose = body.required("purpose").text(LONGEST_CODE);
        Optional<String> legalBasis = body.optional("legalBasis").presentText(LONGEST_ARTICLE);
        String necessity = body.optional("necessity").anyText(limits.text()).orElse("");
        Optional<String> caseReference = body.optional("caseReference").reference();
        Optional<UUID> replyTo = body.optional("replyTo").uuid();
        CircumstancesReader circumstances = new CircumstancesReader(limits);
        var stated = circumstances.read(body.optional("circumstances"));
        List<DataItem> dataItems = new DataItemsReader().read(body.optional("dataItems"));
        List<Person> persons = new PersonsReader(limits).read(body.required("persons"));
        body.check();
        return new Message(
                senderCapacity.orElseThrow(),
                oin.orElseThrow(),
                receiverCapacity.orElseThrow(),
                purpose.orElseThrow(),
                legalBasis,
                necessity,
                caseReference,
                replyTo,
                stated,
                dataItems,
                persons);
    }

    private Optional<ExchangeType> type(Catalogue catalogue) {
        Member member = body.required("exchangeType");
        return member.text(LONGEST_CODE).flatMap(code -> catalogue
                .type(code)
                .or(() -> member.refused("EXCHANGE_TYPE_UNKNOWN", "A code from GET /v1/catalogue is expected.")));
    }

    private static Optional<Capacity> capacity(Body object, String name) {
        return object.required(name)
                .parsed(Capacity::new, "CAPACITY_EXPECTED", "A capacity in capitals and underscores is expected.");
    }
}
