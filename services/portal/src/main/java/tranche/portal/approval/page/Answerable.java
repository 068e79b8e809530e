package tranche.portal.approval.page;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.OptionalInt;
import tranche.portal.frame.page.Counted;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.session.domain.Visitor;
import tranche.values.actor.Role;

/** What waits for the visitor's own answer: whoever only looks at the queue is waited for by nobody. */
@Singleton
final class Answerable implements Counted {

    /** It says what is refused in the words of pages, and these have their numbers from here. */
    private final BeanProvider<ApprovalDesk> desk;

    Answerable(BeanProvider<ApprovalDesk> desk) {
        this.desk = desk;
    }

    @Override
    public MenuEntry entry() {
        return MenuEntry.APPROVALS;
    }

    @Override
    public boolean isFor(Visitor visitor) {
        return visitor.hasAnyOf(Role.APPROVER, Role.VERIFIER);
    }

    @Override
    public OptionalInt count(Visitor visitor) {
        return desk.get().answerable(visitor);
    }
}
