package tranche.portal.frame.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tranche.portal.session.domain.Visitor;
import tranche.values.actor.Role;

/** An entry of the menu: one for each page that exists and can be entered from anywhere. */
public enum MenuEntry {
    /** Where investors land: what they have to pay comes before everything else. */
    HOME(Group.POSITION, "/home", "user", Set.of(Role.INVESTOR)),
    /** Where everybody else lands who signs in, whatever they may see. */
    OVERVIEW(Group.FOLLOW, "/overview", "layout-dashboard", Set.of()),
    PROJECTS(
            Group.FOLLOW,
            "/projects",
            "building-factory",
            Set.of(
                    Role.FUND_MANAGER,
                    Role.APPROVER,
                    Role.VERIFIER,
                    Role.SITE_REPORTER,
                    Role.AUDITOR,
                    Role.INVESTOR,
                    Role.STAKEHOLDER)),
    /** Whoever may see anything is told of something. */
    ALERTS(Group.FOLLOW, "/alerts", "bell", Set.of()),
    PREFERENCES(Group.FOLLOW, "/preferences", "filter", Set.of()),
    /** What waits for a second person, or for a verifier. */
    APPROVALS(
            Group.FOLLOW,
            "/approvals",
            "checks",
            Set.of(Role.FUND_MANAGER, Role.APPROVER, Role.VERIFIER, Role.AUDITOR)),
    /** Where those land who work on sites and do nothing else. */
    WORK(Group.WORK, "/work", "flag-check", Set.of(Role.SITE_REPORTER, Role.VERIFIER)),
    COMMITMENTS(
            Group.MONEY,
            "/commitments",
            "certificate",
            Set.of(Role.FUND_MANAGER, Role.APPROVER, Role.AUDITOR, Role.INVESTOR)),
    CALLS(Group.MONEY, "/calls", "coins", Set.of(Role.FUND_MANAGER, Role.APPROVER, Role.AUDITOR, Role.INVESTOR)),
    /** An investor sees in its lines what became of its money. */
    RECEIPTS(Group.MONEY, "/receipts", "building-bank", Set.of(Role.FUND_MANAGER, Role.APPROVER, Role.AUDITOR));

    /** The headings of the menu, in order. */
    public enum Group {
        POSITION,
        WORK,
        FOLLOW,
        MONEY;

        /** The key of the heading's text. */
        public String text() {
            return "frame.group." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Group group;
    private final String address;
    private final String icon;
    private final Set<Role> roles;

    MenuEntry(Group group, String address, String icon, Set<Role> roles) {
        this.group = group;
        this.address = address;
        this.icon = icon;
        this.roles = roles;
    }

    public Group group() {
        return group;
    }

    public String address() {
        return address;
    }

    public String icon() {
        return icon;
    }

    /** The key of the entry's text. */
    public String text() {
        return "frame.entry." + name().toLowerCase(Locale.ROOT);
    }

    /** Whether a number stands beside it: of alerts, and of what somebody else waits for. */
    public boolean isCounted() {
        return this == ALERTS || this == APPROVALS;
    }

    /** The id of the number beside it on a page. */
    public String countId() {
        return "count-" + name().toLowerCase(Locale.ROOT);
    }

    /** Whether the visitor has a role for which the page shows anything; a page without roles is for everybody. */
    public boolean isFor(Visitor visitor) {
        return roles.isEmpty() || visitor.hasAnyOf(roles.toArray(Role[]::new));
    }

    /**
     * The visitor's entries for the bar of a phone, beside the button that opens the others: where they land, calls or, for whoever
     * has none, what they follow, and alerts.
     */
    public static List<MenuEntry> onAPhone(Visitor visitor) {
        MenuEntry landing = firstOf(visitor, HOME, WORK).orElse(OVERVIEW);
        Optional<MenuEntry> next = firstOf(visitor, CALLS, OVERVIEW).filter(entry -> entry != landing);
        return Stream.of(Optional.of(landing), next, Optional.of(ALERTS))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<MenuEntry> firstOf(Visitor visitor, MenuEntry... entries) {
        return Stream.of(entries).filter(entry -> entry.isFor(visitor)).findFirst();
    }

    /** The visitor's other entries, which a phone has behind its last button. */
    public static List<MenuEntry> behind(Visitor visitor) {
        List<MenuEntry> shown = onAPhone(visitor);
        return Stream.of(values())
                .filter(entry -> entry.isFor(visitor) && !shown.contains(entry))
                .toList();
    }

    /** The visitor's entries under a heading, in order; an entry without right is not in the menu. */
    public static List<MenuEntry> of(Group group, Visitor visitor) {
        return Stream.of(values())
                .filter(entry -> entry.group == group && entry.isFor(visitor))
                .toList();
    }
}
