package nl.sluiswachter.transfer;

import java.util.Collections;
import java.util.List;
import nl.sluiswachter.catalogue.BsnRight;
import nl.sluiswachter.catalogue.CapacityRule;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Code;
import nl.sluiswachter.catalogue.ExchangeRule;
import nl.sluiswachter.catalogue.Relation;
import nl.sluiswachter.kernel.Bsn;
import nl.sluiswachter.party.Capacity;

/** Is a BSN used where, and only where, a law prescribes it (UAVG art. 46, Wmo 2015 art. 5.2.9)? */
final class BsnCheck implements Check {

    static final String FIELD = "identity.bsn";
    private static final String ONLY_BY_LAW = "UAVG art. 46";
    private static final String FALLBACK = "Wmo 2015 art. 5.2.9";

    @Override
    public CheckName name() {
        return CheckName.BSN;
    }

    @Override
    public Verdict examine(Case input) {
        BsnRight right = right(input.submitted());
        Verdict.Builder verdict = new Verdict.Builder();
        for (Person person : input.persons()) {
            if (person.fields().containsKey(FIELD)) {
                examine(input, person, right, verdict);
            } else if (right == BsnRight.PRESCRIBED && person.relation() == Relation.SUBJECT) {
                demandFallback(input, person, verdict);
            }
        }
        return verdict.orElse(Finding.pass(CheckName.BSN, Code.BSN_IN_ORDER, ONLY_BY_LAW));
    }

    private static void examine(Case input, Person person, BsnRight right, Verdict.Builder verdict) {
        if (right == BsnRight.NEVER) {
            verdict.remove(person, FIELD, Code.BSN_NOT_ALLOWED, ONLY_BY_LAW);
        }
        if (right == BsnRight.WHEN_NECESSARY && !input.message().circumstances().state(Statement.BSN_NECESSARY)) {
            verdict.remove(person, FIELD, Code.BSN_NOT_NECESSARY, ONLY_BY_LAW);
        }
        if (!Bsn.isValid(person.text(FIELD))) {
            refuse(person, right, verdict);
        }
    }

    /** A wrong number goes nowhere. Only where the law demands one is that a reason to refuse the rest. */
    private static void refuse(Person person, BsnRight right, Verdict.Builder verdict) {
        if (right == BsnRight.PRESCRIBED) {
            verdict.add(Finding.fail(CheckName.BSN, Code.BSN_INVALID, ONLY_BY_LAW)
                    .about(person)
                    .at(FIELD));
        } else {
            verdict.remove(person, FIELD, Code.BSN_INVALID, ONLY_BY_LAW);
        }
    }

    private static void demandFallback(Case input, Person person, Verdict.Builder verdict) {
        if (input.identities().get(person.ref()).bySet().isEmpty()) {
            verdict.add(Finding.fail(CheckName.BSN, Code.IDENTITY_INCOMPLETE, FALLBACK)
                    .about(person));
        }
    }

    /** The strictest of what the exchange type, the sender and the receiver may do. */
    static BsnRight right(Submitted submitted) {
        Message message = submitted.message();
        return right(submitted.catalogue(), submitted.rule(), message.senderCapacity(), message.receiverCapacity());
    }

    static BsnRight right(Catalogue catalogue, ExchangeRule rule, Capacity sender, Capacity receiver) {
        return Collections.max(List.of(rule.bsn(), right(catalogue, rule, sender), right(catalogue, rule, receiver)));
    }

    /** What the law of the rule lets everybody who acts in a capacity do. */
    static BsnRight right(Catalogue catalogue, ExchangeRule rule, Capacity capacity) {
        CapacityRule acting = catalogue.capacities().get(capacity);
        return acting == null ? BsnRight.NEVER : acting.bsn(rule.law());
    }
}
