package nl.sluiswachter.console;

import static nl.sluiswachter.console.Role.OPERATOR;
import static nl.sluiswachter.console.Role.POLICY_EDITOR;
import static nl.sluiswachter.console.Role.PRIVACY_OFFICER;
import static nl.sluiswachter.console.Role.PROFESSIONAL;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The pages of the console, in the order of its menu, and who may open them. The one place that says so. */
public enum ConsolePage {
    TODAY("/console/today", PRIVACY_OFFICER, POLICY_EDITOR, OPERATOR),
    TRANSFERS("/console/transfers", PRIVACY_OFFICER),
    REPORT("/console/report", PRIVACY_OFFICER),
    SHARING("/console/sharing", PRIVACY_OFFICER, POLICY_EDITOR),
    MAY_I_SHARE("/console/may-i-share", PRIVACY_OFFICER, POLICY_EDITOR, OPERATOR, PROFESSIONAL),
    CONSENT("/console/consent", PRIVACY_OFFICER),
    RULES("/console/rules", PRIVACY_OFFICER, POLICY_EDITOR, OPERATOR, PROFESSIONAL),
    LOG("/console/log", PRIVACY_OFFICER, OPERATOR),
    FIGURES("/console/figures", PRIVACY_OFFICER, POLICY_EDITOR, OPERATOR),
    REVIEW("/console/review", PRIVACY_OFFICER),
    WORK("/console/work", PRIVACY_OFFICER, POLICY_EDITOR, OPERATOR);

    private final String path;
    private final Set<Role> roles;

    ConsolePage(String path, Role... roles) {
        this.path = path;
        this.roles = Set.of(roles);
    }

    /** Where it is; what is below it belongs to it. */
    public String path() {
        return path;
    }

    /** Who may open it. */
    public Set<Role> roles() {
        return roles;
    }

    /** Whether somebody with these roles may open it. */
    public boolean isOpenTo(Set<Role> held) {
        return held.stream().anyMatch(roles::contains);
    }

    /** The pages that somebody with these roles may open. */
    public static List<ConsolePage> openTo(Set<Role> held) {
        return Arrays.stream(values()).filter(page -> page.isOpenTo(held)).toList();
    }

    /** The page that an address belongs to; empty for one of no page. */
    public static Optional<ConsolePage> at(String address) {
        return Arrays.stream(values())
                .filter(page -> address.equals(page.path) || address.startsWith(page.path + "/"))
                .findFirst();
    }
}
