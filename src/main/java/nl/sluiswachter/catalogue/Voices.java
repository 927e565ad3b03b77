package nl.sluiswachter.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluiswachter.party.Capacity;

/**
 * The words in which a decision is told to people, beside the titles and reasons that the catalogue has already.
 *
 * @param phrases headings, sentences and parts of sentences
 * @param capacities a party by the capacity in which it acts, with article
 * @param tasks each purpose as something that somebody does
 * @param laws each law as it is called in a sentence, by its name in an article
 * @param ordinals of the paragraphs of an article, from the first
 * @param persons by relation to the case
 * @param reasons each code in the words for a resident; for a professional {@code reasons.yaml} has them
 * @param reasonsUnsent the same where nothing was sent; only the codes that are then said otherwise
 * @param remedies each remedy in the words for a resident
 * @param preconditions what it means that one is not met
 * @param obligations what must still be done
 */
public record Voices(
        Map<Phrase, VoicedText> phrases,
        Map<Capacity, Text> capacities,
        Map<String, Text> tasks,
        Map<String, Text> laws,
        List<Text> ordinals,
        Map<Relation, PersonWords> persons,
        Map<Code, Text> reasons,
        Map<Code, Text> reasonsUnsent,
        Map<String, Text> remedies,
        Map<Precondition, VoicedText> preconditions,
        Map<String, VoicedText> obligations) {

    /** Placeholders of what is said to a resident about a code or remedy. */
    static final Set<String> PARTIES = Set.of("sender", "receiver");

    /** Placeholders of an obligation. */
    static final Set<String> DUTY = Set.of("sender", "date");

    public Voices {
        phrases = Map.copyOf(orEmpty(phrases));
        capacities = Map.copyOf(orEmpty(capacities));
        tasks = Map.copyOf(orEmpty(tasks));
        laws = Map.copyOf(orEmpty(laws));
        ordinals = ordinals == null ? List.of() : List.copyOf(ordinals);
        persons = Map.copyOf(orEmpty(persons));
        reasons = Map.copyOf(orEmpty(reasons));
        reasonsUnsent = Map.copyOf(orEmpty(reasonsUnsent));
        remedies = Map.copyOf(orEmpty(remedies));
        preconditions = Map.copyOf(orEmpty(preconditions));
        obligations = Map.copyOf(orEmpty(obligations));
    }

    /** What is said to a resident about a code. */
    public Text reason(Code code, boolean sent) {
        Text reason = reasons.get(code);
        return sent ? reason : reasonsUnsent.getOrDefault(code, reason);
    }

    private static <K, V> Map<K, V> orEmpty(Map<K, V> map) {
        return map == null ? Map.of() : map;
    }
}
