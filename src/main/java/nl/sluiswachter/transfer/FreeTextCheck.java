package nl.sluiswachter.transfer;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.sluiswachter.catalogue.Code;

/**
 * Does a text hold a number or an address that the receiver may not have? What it holds is masked, the text stays. The
 * last of the checks on data, because what may stay in a text depends on what goes in fields.
 */
final class FreeTextCheck implements Check {

    private static final String MINIMISATION = "AVG art. 5 lid 1 onder c";

    @Override
    public CheckName name() {
        return CheckName.FREE_TEXT;
    }

    @Override
    public Verdict examine(Case input) {
        Verdict.Builder verdict = new Verdict.Builder();
        FreeText texts = new FreeText(input);
        for (Person person : input.persons()) {
            input.remaining(person).stream()
                    .filter(path ->
                            texts.holdsTooMuch(person, path, person.fields().get(path)))
                    .forEach(path -> verdict.mask(person, path, Code.FREE_TEXT_MASKED, MINIMISATION));
        }
        ownTexts(input).forEach((path, text) -> texts.aboutWhomTooMuch(path, text)
                .forEach(subject -> verdict.mask(subject, path, Code.FREE_TEXT_MASKED, MINIMISATION)));
        boolean clean = verdict.isWithoutRemovals();
        return verdict.orElse(
                clean
                        ? Finding.pass(CheckName.FREE_TEXT, Code.FREE_TEXT_IN_ORDER, MINIMISATION)
                        : Finding.limited(CheckName.FREE_TEXT, Code.FREE_TEXT_MASKED, MINIMISATION));
    }

    /** The texts beside the data that the receiver will read, by the path under which the list names them. */
    private static Map<String, String> ownTexts(Case input) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("request.necessity", input.message().necessity());
        input.message().circumstances().request().ifPresent(question -> {
            texts.put("request.question", question.question());
            texts.put("request.nature", question.nature());
            texts.put("request.severity", question.severity());
        });
        texts.entrySet().removeIf(entry -> entry.getValue() == null || !Envelope.isListed(input, entry.getKey()));
        new DataItems(input)
                .remaining()
                .forEach(item -> texts.put(FieldRef.of(item).path(), String.join("\n", item.texts())));
        return texts;
    }
}
