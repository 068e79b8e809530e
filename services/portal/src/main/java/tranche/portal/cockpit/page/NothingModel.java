package tranche.portal.cockpit.page;

import tranche.portal.frame.page.Frame;
import tranche.portal.session.domain.Visitor;
import tranche.values.actor.Role;

/**
 * The overview of somebody who may not see any programme yet ({@code cockpit/nothing.jte}).
 *
 * @param text the key of the sentence that says why, and what makes something appear
 */
public record NothingModel(Frame frame, String text) {

    static NothingModel of(Frame frame, Visitor visitor) {
        if (visitor.hasAnyOf(Role.FUND_MANAGER)) {
            return new NothingModel(frame, "overview.nothing.to-make");
        }
        if (visitor.hasAnyOf(Role.APPROVER, Role.AUDITOR, Role.STAKEHOLDER, Role.VERIFIER, Role.SITE_REPORTER)) {
            return new NothingModel(frame, "overview.nothing.to-come");
        }
        return new NothingModel(
                frame, visitor.hasAnyOf(Role.ADMIN) ? "overview.nothing.to-administer" : "overview.nothing");
    }
}
