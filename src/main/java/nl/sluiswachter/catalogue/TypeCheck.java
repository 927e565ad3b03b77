package nl.sluiswachter.catalogue;

import java.util.Optional;
import java.util.Set;
import nl.sluiswachter.party.Capacity;

/** Finds what is incomplete, contradictory or overlapping in the exchange types. */
final class TypeCheck {

    private final Catalogue catalogue;
    private final Faults faults;

    TypeCheck(Catalogue catalogue, Faults faults) {
        this.catalogue = catalogue;
        this.faults = faults;
    }

    void check(ExchangeType type) {
        String file = "types/" + type.id() + ".yaml";
        requireText(file, "title", type.title());
        requireText(file, "explanation", type.explanation());
        if (type.answers() != null) {
            checkAnswers(file, type);
        }
        if (type.answers() == null && type.answersOnlyToMessage() != null) {
            faults.add(
                    file, "/answersOnlyToMessage", "answersOnlyToMessage is stated although the type answers no other");
        }
        if (type.rules().isEmpty()) {
            faults.add(file, "/rules", "at least one rule is expected");
        }
        for (int i = 0; i < type.rules().size(); i++) {
            new RuleCheck(catalogue, faults, file, i).check(type.rules().get(i));
            for (int j = 0; j < i; j++) {
                checkOverlap(file, type.rules().get(j), type.rules().get(i), i);
            }
        }
    }

    /** Each question has one answer, and everybody who may send the answer could have got the question. */
    private void checkAnswers(String file, ExchangeType type) {
        Optional<ExchangeType> request = catalogue.type(type.answers());
        if (request.isEmpty()) {
            faults.add(file, "/answers", "answers names an unknown exchange type " + type.answers());
        } else if (!type.rules().stream().allMatch(rule -> isAsked(rule, request.get()))) {
            faults.add(
                    file,
                    "/answers",
                    "answers names " + type.answers() + ", which not every receiver may send to every sender");
        }
        if (catalogue.types().values().stream()
                .anyMatch(other ->
                        other.id().compareTo(type.id()) < 0 && type.answers().equals(other.answers()))) {
            faults.add(file, "/answers", "answers names " + type.answers() + ", which another type answers too");
        }
    }

    private static boolean isAsked(ExchangeRule answer, ExchangeType request) {
        return answer.senders().stream().allMatch(sender -> answer.receivers().stream()
                .allMatch(receiver -> request.rules().stream().anyMatch(rule -> rule.covers(receiver, sender))));
    }

    /** For one pair and one purpose the law says one thing. */
    private void checkOverlap(String file, ExchangeRule one, ExchangeRule other, int position) {
        boolean pair = intersect(one.senders(), other.senders()) && intersect(one.receivers(), other.receivers());
        if (pair && String.valueOf(one.purpose()).equals(other.purpose())) {
            faults.add(
                    file,
                    "/rules/" + position,
                    "rules overlap: for a sender, a receiver and a purpose one rule is expected");
        }
    }

    private static boolean intersect(Set<Capacity> one, Set<Capacity> other) {
        return one.stream().anyMatch(other::contains);
    }

    private void requireText(String file, String member, Text text) {
        if (Text.isBlank(text)) {
            faults.add(file, "/" + member, member + " is missing");
        }
    }
}
