package nl.sluiswachter.activation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.sluiswachter.catalogue.Approval;
import nl.sluiswachter.catalogue.JdbcCatalogueEvents;
import nl.sluiswachter.catalogue.JdbcCatalogueEvents.Activated;
import nl.sluiswachter.catalogue.JdbcCatalogueEvents.Rehearsed;
import nl.sluiswachter.catalogue.JdbcCatalogueVersions;
import nl.sluiswachter.catalogue.LawInForce;
import nl.sluiswachter.catalogue.Officers;

/** Where every version stands and what every activation rested on, as far as it can be verified here. */
final class Standings {

    private static final int BRIEF = 12;

    private final JdbcCatalogueVersions versions;
    private final JdbcCatalogueEvents events;
    private final LawInForce law;
    private final Officers officers;
    private final Approvals approvals;

    Standings(
            JdbcCatalogueVersions versions,
            JdbcCatalogueEvents events,
            LawInForce law,
            Officers officers,
            Approvals approvals) {
        this.versions = versions;
        this.events = events;
        this.law = law;
        this.officers = officers;
        this.approvals = approvals;
    }

    /** @param active the genuine activation that is the law now */
    ActivationStatus status(Activated active) {
        List<Activated> activations = events.activations();
        Given given = new Given(events.approvals()); // later than the activations: theirs are among them
        List<ActivationStatus.Past> history =
                activations.stream().map(one -> past(one, given)).toList();
        int latest = history.isEmpty() ? 0 : history.get(0).activation();
        Optional<String> doubt = latest == active.activation()
                ? Optional.empty()
                : Optional.of(
                        "Activation " + latest + " is not signed by two officers listed here and does not count.");
        return new ActivationStatus(
                active.version(),
                active.activation(),
                active.at(),
                doubt,
                officers.all().size(),
                versions(active, latest + 1, given),
                history);
    }

    /** Asked for at once: versions and activations only become more. */
    private record Given(List<Approval> approvals) {

        List<Approval> of(int activation, String version) {
            return approvals.stream()
                    .filter(one ->
                            one.activation() == activation && one.version().equals(version))
                    .toList();
        }
    }

    private List<ActivationStatus.Version> versions(Activated active, int next, Given given) {
        Map<String, Rehearsed> rehearsed =
                events.rehearsals(next).stream().collect(Collectors.toMap(Rehearsed::version, Function.identity()));
        return versions.list().stream()
                .map(kept -> new ActivationStatus.Version(
                        kept.version(),
                        kept.loadedAt(),
                        kept.source() == JdbcCatalogueVersions.Source.JAR,
                        kept.version().equals(active.version()),
                        Optional.ofNullable(rehearsed.get(kept.version()))
                                .flatMap(last -> RehearsalSummary.read(last.summary())),
                        approvals.genuine(given.of(next, kept.version())).stream()
                                .map(Standings::brief)
                                .toList()))
                .toList();
    }

    private ActivationStatus.Past past(Activated activated, Given all) {
        List<Approval> given = all.of(activated.activation(), activated.version());
        List<Approval> verified = approvals.genuine(given);
        return new ActivationStatus.Past(
                activated.activation(),
                activated.version(),
                activated.at(),
                law.isGenuine(activated, () -> given),
                verified.stream().map(Standings::brief).distinct().toList(),
                given.stream()
                        .filter(approval -> verified.stream()
                                .noneMatch(other -> other.officer().equals(approval.officer())))
                        .map(Standings::brief)
                        .distinct()
                        .toList(),
                activated.pressedBy());
    }

    private static String brief(Approval approval) {
        return approval.officer().substring(0, BRIEF);
    }
}
