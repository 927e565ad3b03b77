package nl.sluiswachter.console.rules;

import java.util.List;
import java.util.Locale;
import nl.sluiswachter.activation.ActivationStatus;
import nl.sluiswachter.console.Here;
import nl.sluiswachter.console.officers.OfficerNames;

/**
 * The versions that are kept.
 *
 * @param doubt whether an activation does not count here
 * @param officers how many may approve
 * @param editor whether who looks may load another
 */
record VersionsView(
        String inForce,
        String since,
        int activation,
        boolean doubt,
        int officers,
        boolean editor,
        List<Line> versions,
        List<Past> history) {

    VersionsView {
        versions = List.copyOf(versions);
        history = List.copyOf(history);
    }

    /** @param version shortened for people and addresses */
    record Line(String version, String loaded, boolean fromJar, boolean inForce, boolean rehearsed, int approvals) {}

    /**
     * What was in force.
     *
     * @param officers by the first digits of their keys
     * @param pressedBy officer of the console who put it in force; empty for the command line
     */
    record Past(
            int activation,
            String at,
            String version,
            boolean genuine,
            boolean first,
            List<String> officers,
            String pressedBy) {

        /** @param officers of the console, by what they are called */
        static List<Past> all(List<ActivationStatus.Past> history, OfficerNames officers, Locale locale) {
            OfficerNames.Called called = officers.of(
                    history.stream().flatMap(one -> one.pressedBy().stream()).toList());
            return history.stream().map(one -> of(one, called, locale)).toList();
        }

        private static Past of(ActivationStatus.Past one, OfficerNames.Called called, Locale locale) {
            return new Past(
                    one.activation(),
                    Here.moment(one.at(), locale),
                    VersionName.brief(one.version()),
                    one.genuine(),
                    one.isFirst(),
                    one.officers(),
                    one.pressedBy().map(called::of).orElse(""));
        }
    }
}
