package nl.sluiswachter.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was typed.
 *
 * @param command the words that are no options
 * @param options of the command, as {@code name=value}
 * @param settings everything else that begins with {@code --}: settings of the gateway
 */
record Words(List<String> command, List<String> options, List<String> settings) {

    private static final String MARK = "--";
    private static final Set<String> OPTIONS = Set.of(
            "officer-key",
            "password-file",
            "key",
            "keys",
            "checkpoint",
            "stamped",
            "ca",
            "content",
            "witness",
            "quorum",
            "paper",
            "pq-key",
            "tsa",
            "reason",
            "database",
            "user",
            "archive");
    private static final Set<String> FLAGS = Set.of("with-subjects", "confirmed", "drop");

    /** Takes the value of an option after {@code =} or as the next word. */
    static Words of(String... typed) {
        List<String> command = new ArrayList<>();
        List<String> options = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        List<String> left = new ArrayList<>(Arrays.asList(typed));
        while (!left.isEmpty()) {
            String word = left.remove(0);
            String name = word.replaceFirst("^--", "").replaceFirst("=.*", "");
            if (!word.startsWith(MARK)) {
                command.add(word);
            } else if (FLAGS.contains(name)) {
                options.add(name + "=" + true);
            } else if (!OPTIONS.contains(name)) {
                settings.add(word);
            } else if (word.contains("=")) {
                options.add(word.substring(MARK.length()));
            } else {
                options.add(name + "=" + (left.isEmpty() ? "" : left.remove(0)));
            }
        }
        return new Words(command, options, settings);
    }

    /** The word at this place; the first is 0. */
    Optional<String> word(int place) {
        return place < command.size() ? Optional.of(command.get(place)) : Optional.empty();
    }

    /** The value of an option. */
    Optional<String> option(String name) {
        return options(name).stream().findFirst();
    }

    /** All values of an option that may be given more than once. */
    List<String> options(String name) {
        return options.stream()
                .filter(option -> option.startsWith(name + "="))
                .map(option -> option.substring(name.length() + 1))
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** Whether an option without a value was typed. */
    boolean flag(String name) {
        return option(name).isPresent();
    }
}
