package nl.sluiswachter.console.work;

import java.util.List;
import java.util.Map;

/**
 * What work came to. Kept sealed, for a day.
 *
 * @param sentences for whoever started it, in English where a program of its own wrote them
 * @param facts what the page that goes on with it needs
 * @param link page of the console where it goes on; empty for none
 * @param file to download; null for none
 */
public record WorkResult(
        WorkOutcome outcome, List<String> sentences, Map<String, String> facts, String link, ResultFile file) {

    public WorkResult {
        sentences = List.copyOf(sentences);
        facts = Map.copyOf(facts);
    }

    /**
     * A file, made by {@link Steps#file}.
     *
     * @param pieces in which it is kept
     */
    public record ResultFile(String name, String mediaType, int pieces) {}

    /** Without more to say than sentences. */
    public static WorkResult of(WorkOutcome outcome, List<String> sentences) {
        return new WorkResult(outcome, sentences, Map.of(), "", null);
    }

    /** The same, which goes on at a page with these facts. */
    public WorkResult at(String page, Map<String, String> more) {
        return new WorkResult(outcome, sentences, more, page, file);
    }

    /** The same with a file. */
    public WorkResult with(ResultFile added) {
        return new WorkResult(outcome, sentences, facts, link, added);
    }
}
