package nl.sluiswachter.transfer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.Precondition;
import nl.sluiswachter.catalogue.PreconditionRule;
import nl.sluiswachter.consent.AgeBand;

/** Fills in the form "Mag ik dit delen?" for a decision, as far as it has a place for what counted. */
record CaseForm(DecisionImage image, Catalogue law) {

    Map<String, List<String>> filled() {
        Map<String, List<String>> form = new HashMap<>();
        form.put("from", List.of(image.sender().stated()));
        form.put("to", List.of(image.receiver().stated()));
        form.put("type", List.of(image.exchangeType()));
        form.put("age", age());
        form.put("data", data());
        form.put(
                "consent",
                image.consents().stream()
                        .map(consent -> consent.giver().name())
                        .distinct()
                        .toList());
        form.put("met", met());
        if (image.circumstances().weighed()) {
            form.put("weighed", List.of("yes"));
        }
        return form;
    }

    private List<String> age() {
        String like = Question.birth(image.persons().get(0));
        return Arrays.stream(AgeBand.values())
                .map(Enum::name)
                .filter(like::equals)
                .toList();
    }

    private List<String> data() {
        TreeSet<String> data = new TreeSet<>(image.persons().get(0).fields().keySet());
        image.items().forEach(item -> data.add(item.field()));
        return List.copyOf(data);
    }

    private List<String> met() {
        Stream<Precondition> needed =
                Question.rule(image, law.type(image.exchangeType()).orElseThrow()).preconditions().stream()
                        .map(PreconditionRule::kind);
        return needed.filter(this::isMet).map(Enum::name).toList();
    }

    private boolean isMet(Precondition need) {
        DecisionImage.Circumstance stated = image.circumstances();
        return switch (need) {
            case COMMITMENT, LEGAL_MEASURE ->
                image.facts().stream().anyMatch(fact -> fact.kind().name().equals(need.name()));
            case INFORMED_STATUS -> stated.informedStated();
            case QUESTION -> stated.question() != null;
            case NATURE_AND_SEVERITY -> stated.nature() != null && stated.severity() != null;
            case REMINDER_SENT -> stated.statements().contains(Statement.REMINDER_SENT);
            case NOT_REFUSED -> !stated.statements().contains(Statement.REFUSED);
            case CHANNEL_UNAVAILABLE -> stated.statements().contains(Statement.CHANNEL_UNAVAILABLE);
            case NO_ABSENCE_NOTICE -> !stated.statements().contains(Statement.ABSENCE_NOTICE);
            case PERSON_CANNOT_CONSENT -> stated.statements().contains(Statement.PERSON_CANNOT_CONSENT);
        };
    }
}
