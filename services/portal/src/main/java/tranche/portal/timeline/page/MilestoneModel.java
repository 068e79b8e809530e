package tranche.portal.timeline.page;

import java.util.List;
import java.util.Optional;

/**
 * One milestone by itself ({@code timeline/alone.jte}).
 *
 * @param page what its project's page would show of it alone
 * @param unlocks what waits for it, as far as the reader sees that
 * @param causes from itself back to what moves it; empty where it is on plan, or not open any more
 * @param followers what comes after it
 */
public record MilestoneModel(
        ProjectModel page,
        String name,
        String project,
        String projectAddress,
        Optional<String> unlocks,
        List<Link> causes,
        List<Link> followers) {

    public MilestoneModel {
        causes = List.copyOf(causes);
        followers = List.copyOf(followers);
    }

    /**
     * A milestone of a chain.
     *
     * @param address empty where it is the page's own
     */
    public record Link(
            String name,
            Optional<String> project,
            String slip,
            String tone,
            Optional<String> reason,
            Optional<String> address) {}
}
