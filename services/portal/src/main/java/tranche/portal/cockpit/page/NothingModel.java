package tranche.portal.cockpit.page;

import java.util.Optional;
import tranche.portal.frame.page.Frame;
import tranche.portal.session.domain.Visitor;
import tranche.values.actor.Role;

/**
 * The overview of somebody who may not see any programme yet ({@code cockpit/nothing.jte}).
 *
 * @param text the key of the sentence that says why, and what makes something appear
 * @param origin where the API is, for whoever makes the first accounts over it; empty for all others
 */
public record NothingModel(Frame frame, String text, Optional<String> origin) {

    static NothingModel of(Frame frame, Visitor visitor, String origin) {
        if (visitor.hasAnyOf(Role.FUND_MANAGER)) {
            return new NothingModel(frame, "overview.nothing.to-make", Optional.empty());
        }
        if (visitor.hasAnyOf(Role.APPROVER, Role.AUDITOR, Role.STAKEHOLDER, Role.VERIFIER, Role.SITE_REPORTER)) {
            return new NothingModel(frame, "overview.nothing.to-come", Optional.empty());
        }
        return visitor.hasAnyOf(Role.ADMIN)
                ? new NothingModel(frame, "overview.nothing.to-administer", Optional.of(origin))
                : new NothingModel(frame, "overview.nothing", Optional.empty());
    }
}
