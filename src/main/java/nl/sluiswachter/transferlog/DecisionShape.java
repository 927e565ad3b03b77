package nl.sluiswachter.transferlog;

import static nl.sluiswachter.transferlog.Shape.TEXT;
import static nl.sluiswachter.transferlog.Shape.code;
import static nl.sluiswachter.transferlog.Shape.each;
import static nl.sluiswachter.transferlog.Shape.list;
import static nl.sluiswachter.transferlog.Shape.matching;
import static nl.sluiswachter.transferlog.Shape.object;
import static nl.sluiswachter.transferlog.Shape.oneOf;

import java.util.Set;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.transfer.CheckName;
import nl.sluiswachter.transfer.DataItem;
import nl.sluiswachter.transfer.Finding;

/** What {@link DecisionEntry} writes, as far as somebody reads it. */
public final class DecisionShape {

    private static final Shape UNKNOWN = oneOf(Set.of(DecisionEntry.UNKNOWN));
    private static final Shape CAPACITY = matching("[A-Z][A-Z0-9_]{1,39}").or(UNKNOWN);
    private static final Shape SPAN = matching("[0-9a-f]{16}");

    private static final Shape FINDING = object().with("check", code(CheckName.class))
            .with("outcome", code(Finding.Outcome.class))
            .with("code", code(Code.class))
            .with("article", TEXT)
            .mayHave("person", TEXT)
            .mayHave("field", TEXT);

    private static final Shape REMEDY =
            object().with("code", TEXT).mayHave("person", TEXT).mayHave("call", TEXT);

    private static final Shape REMOVAL = object().with("person", TEXT)
            .with("field", TEXT)
            .with("code", code(Code.class))
            .with("article", TEXT);

    private static final Shape OBLIGATION =
            object().with("code", TEXT).with("due", Shape.DAY).with("article", TEXT);

    private static final Shape GIVER = object().with("person", TEXT).with("byRepresentative", Shape.FLAG);

    private static final Shape PERSON = object().with("ref", TEXT)
            .with("relation", code(Relation.class))
            .with("origins", each(list(TEXT)))
            .with("delivered", list(TEXT));

    private static final Shape ITEM = object().with("field", TEXT).mayHave("outcome", code(DataItem.Outcome.class));

    /** That of a canary has no more, as nobody reads more of it. */
    public static final Shape.Members CANARY = object().with(
                    "format", node -> node.asText().equals("1"))
            .with("entryId", Shape.ID)
            .with("recordedAt", Shape.MOMENT)
            .with("transferId", Shape.ID)
            .with("traceId", matching("[0-9a-f]{32}"))
            .with("spanId", SPAN)
            .with("receivedAt", Shape.MOMENT)
            .with("sender", Shape.OIN)
            .with("senderCapacity", CAPACITY)
            .with("receiver", Shape.OIN.or(UNKNOWN))
            .with("receiverCapacity", CAPACITY)
            .with("exchangeType", matching("[A-Z0-9_]{1,80}"))
            .with("purpose", TEXT)
            .with("policyVersion", TEXT)
            .with("outcome", oneOf(Set.of("PERMIT", "DENY")))
            .mayHave("replyTo", Shape.ID)
            .mayHave("parentSpanId", SPAN)
            .mayHave("transactionId", Shape.ID)
            .mayHave("commitments", each(TEXT));

    /** That of a decision, and of one that was only asked for. */
    public static final Shape DECISION = CANARY.with("findings", list(FINDING))
            .with("remedies", list(REMEDY))
            .with("removed", list(REMOVAL))
            .with("persons", list(PERSON))
            .mayHave("obligations", list(OBLIGATION))
            .mayHave("consents", list(Shape.ID))
            .mayHave("givers", list(GIVER))
            .mayHave("dataItems", list(ITEM));

    private DecisionShape() {}
}
