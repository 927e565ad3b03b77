package nl.sluiswachter.acceptance;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.sluiswachter.console.ConsolePage;
import nl.sluiswachter.console.Role;

/**
 * An address of the console that tests walk through.
 *
 * @param name of its screenshot
 * @param page to which it belongs, which says who may open it
 * @param path asked for when everything in the gateway is there
 */
record ConsoleAddress(String name, ConsolePage page, Supplier<String> path) {

    private static final String QUESTION = "/console/may-i-share?from=GEMEENTE_WMO&to=WMO_AANBIEDER&type=WMO_ALLOCATION"
            + "&age=ADULT&data=identity.bsn&data=identity.name&data=identity.birthdate&data=care.indication"
            + "&data=health.diagnosis";

    /** What is below a page and has to be walked through too. Add yours. */
    private static final List<ConsoleAddress> BELOW = List.of(
            below("ground", ConsolePage.MAY_I_SHARE, "/console/ground?to=/console/rules"),
            below("technical", ConsolePage.TODAY, "/console/today/technical"),
            below("found", ConsolePage.TRANSFERS, "/console/transfers?kind=DECISION"),
            below("duties", ConsolePage.REVIEW, "/console/review/duties"),
            below("reviewed", ConsolePage.REVIEW, "/console/review?done=true"),
            below("held-back", ConsolePage.REVIEW, "/console/review/reports"),
            below("reports-given", ConsolePage.REPORT, "/console/report/given"),
            below("versions", ConsolePage.RULES, "/console/rules/versions"),
            below("processing", ConsolePage.FIGURES, "/console/figures/register"),
            below("rule", ConsolePage.RULES, "/console/rules/WMO_ALLOCATION"),
            below("rule-confidential", ConsolePage.RULES, "/console/rules/VT_REPORT"),
            below("rules-none", ConsolePage.RULES, "/console/rules?q=nergens"),
            below("may-i-share-no", ConsolePage.MAY_I_SHARE, QUESTION),
            below("may-i-share-yes", ConsolePage.MAY_I_SHARE, QUESTION + "&met=COMMITMENT"));

    /** Every page, and what is below it. */
    static Stream<ConsoleAddress> all() {
        return Stream.concat(
                Arrays.stream(ConsolePage.values())
                        .map(page -> below(
                                page.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), page, page.path())),
                BELOW.stream());
    }

    private static ConsoleAddress below(String name, ConsolePage page, String path) {
        return new ConsoleAddress(name, page, () -> path);
    }

    /** The first role that may open it. */
    Role reader() {
        return Arrays.stream(Role.values())
                .filter(page.roles()::contains)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return name;
    }
}
