package nl.sluiswachter.activation;

import java.util.List;
import java.util.Optional;
import nl.sluiswachter.catalogue.Approval;
import nl.sluiswachter.catalogue.JdbcCatalogueEvents;
import nl.sluiswachter.catalogue.JdbcCatalogueEvents.Activated;
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
        List<ActivationStatus.Past> history =
                events.activations().stream().map(this::past).toList();
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
                versions.list().stream()
                        .map(kept -> version(kept, active, latest + 1))
                        .toList(),
                history);
    }

    private ActivationStatus.Version version(JdbcCatalogueVersions.Kept kept, Activated active, int next) {
        return new ActivationStatus.Version(
                kept.version(),
                kept.loadedAt(),
                kept.source() == JdbcCatalogueVersions.Source.JAR,
                kept.version().equals(active.version()),
                events.rehearsal(next, kept.version()).flatMap(rehearsed -> RehearsalSummary.read(rehearsed.summary())),
                approvals.genuine(next, kept.version()).stream()
                        .map(Standings::brief)
                        .toList());
    }

    private ActivationStatus.Past past(Activated activated) {
        List<Approval> given = events.approvals(activated.activation(), activated.version());
        List<Approval> verified = approvals.genuine(activated.activation(), activated.version());
        return new ActivationStatus.Past(
                activated.activation(),
                activated.version(),
                activated.at(),
                law.isGenuine(activated),
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
