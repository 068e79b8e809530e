package tranche.launcher.portal;

import java.util.List;
import java.util.stream.Stream;

/** Every page that the portal has, each as whoever sees the most of it. */
final class Sights {

    private static final Raise HORIZON = Raise.horizon();

    private static final List<Sight> ALL = List.of(
            new Sight("sign-in", "", "/signin"),
            new Sight("password", "", SignInBrowserTest.invitation("looked at")),
            new Sight("password link that is gone", "", "/signin/link/gone"),
            new Sight("overview", "approver", "/programmes/" + HORIZON.programme),
            new Sight("overview of a stakeholder", "stakeholder", "/programmes/" + HORIZON.programme),
            new Sight("overview of nothing", "admin", "/overview"),
            new Sight("commitments", "auditor", "/commitments?state=draft&fund=" + HORIZON.breadth),
            new Sight("commitments with hostile names", "auditor", "/commitments?kind=other&sort=fund"),
            new Sight("no commitments", "auditor", "/commitments?text=nobody"),
            new Sight("commitment to accept", "approver", "/commitments/" + HORIZON.submitted),
            new Sight("commitment of its maker", "fund-manager", "/commitments/" + HORIZON.submitted),
            new Sight("commitment closed", "auditor", "/commitments/" + HORIZON.closed),
            new Sight("nothing here", "auditor", "/nosuch"),
            new Sight("problem explained", "", "/problems/four-eyes"),
            new Sight("all problems", "", "/problems"),
            new Sight("the API", "", "/api/docs"));

    private Sights() {}

    /**
     * A page.
     *
     * @param account whose visit it is; empty for somebody who is not signed in
     */
    record Sight(String name, String account, String path) {

        /** The visit, with the page open. */
        Visit in(Visit.Options options) {
            Visit visit = account.isEmpty() ? options.stranger() : options.as(account);
            visit.open(path);
            return visit;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sight> all() {
        return ALL.stream();
    }
}
