package nl.sluiswachter.console.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.sluiswachter.activation.Activation;
import nl.sluiswachter.activation.ActivationStatus;
import nl.sluiswachter.activation.RehearsalSummary;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.catalogue.Catalogue;
import nl.sluiswachter.catalogue.CatalogueDiff;
import nl.sluiswachter.catalogue.CatalogueException;
import nl.sluiswachter.catalogue.Catalogues;
import nl.sluiswachter.console.Officer;
import nl.sluiswachter.console.Role;
import nl.sluiswachter.console.officers.OfficerNames;
import nl.sluiswachter.party.PartyRoll;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;

/** Makes the page about one version. */
final class VersionPage {

    private final Activation activation;
    private final Catalogues catalogues;
    private final ActiveCatalogue active;
    private final PartyRoll parties;
    private final OfficerNames officers;
    private final MessageSource messages;

    VersionPage(
            Activation activation,
            Catalogues catalogues,
            ActiveCatalogue active,
            PartyRoll parties,
            OfficerNames officers,
            MessageSource messages) {
        this.activation = activation;
        this.catalogues = catalogues;
        this.active = active;
        this.parties = parties;
        this.officers = officers;
        this.messages = messages;
    }

    /**
     * Shows it.
     *
     * @param other the version to compare with; empty for the law in force, or for that of before
     * @param refusal why something could not be done
     */
    String show(String version, Optional<String> other, Officer officer, String refusal, Locale locale, Model model) {
        ActivationStatus status = activation.status();
        String against = other.orElseGet(() -> usual(version, status));
        ActivationStatus.Version standing = status.versions().stream()
                .filter(one -> one.version().equals(version))
                .findFirst()
                .orElseThrow();
        boolean auditor = officer.roles().contains(Role.PRIVACY_OFFICER);
        boolean editor = officer.roles().contains(Role.POLICY_EDITOR);
        model.addAttribute(
                "view",
                new VersionView(
                        VersionName.brief(version),
                        version,
                        standing.inForce(),
                        past(status, version, locale),
                        VersionName.brief(against),
                        others(status, version),
                        types(against, version, locale),
                        new CatalogueDiff().lines(activation.files(against), activation.files(version)),
                        standing.rehearsal()
                                .filter(summary -> auditor || editor)
                                .map(summary -> rehearsal(summary, locale))
                                .orElse(null),
                        standing.approvals(),
                        auditor,
                        editor,
                        refusal));
        return "console/version";
    }

    private List<VersionsView.Past> past(ActivationStatus status, String version, Locale locale) {
        List<ActivationStatus.Past> times = status.history().stream()
                .filter(one -> one.version().equals(version))
                .toList();
        return VersionsView.Past.all(times, officers, locale);
    }

    RehearsalView rehearsal(RehearsalSummary summary, Locale locale) {
        return new RehearsalWords(active.current(), parties, messages, locale).view(summary);
    }

    /** The law in force; and for that the law before it. */
    private static String usual(String version, ActivationStatus status) {
        return version.equals(status.inForce())
                ? status.history().stream()
                        .map(ActivationStatus.Past::version)
                        .filter(one -> !one.equals(version))
                        .findFirst()
                        .orElse(version)
                : status.inForce();
    }

    private static List<String> others(ActivationStatus status, String version) {
        return status.versions().stream()
                .map(ActivationStatus.Version::version)
                .filter(one -> !one.equals(version))
                .map(VersionName::brief)
                .toList();
    }

    /** A version of an older jar may not be readable any more: then only its files are compared. */
    private List<TypeDifference> types(String against, String version, Locale locale) {
        try {
            Catalogue from = catalogues.version(against).orElseThrow();
            Catalogue to = catalogues.version(version).orElseThrow();
            return new VersionDifference(from, to, messages, locale).types();
        } catch (CatalogueException e) {
            return List.of();
        }
    }
}
