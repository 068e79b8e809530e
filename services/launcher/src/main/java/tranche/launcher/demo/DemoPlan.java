package tranche.launcher.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tranche.world.region.Calendars;

/**
 * All that a demo starts with, as the commands that bring it in. The same for the same day.
 *
 * @param stages one after the other; the chains of a stage do not wait for each other
 * @param investor the step that makes the investor to which the demo's investor account is bound
 */
public record DemoPlan(List<List<Chain>> stages, String investor) {

    public DemoPlan {
        stages = stages.stream().map(List::copyOf).toList();
    }

    /**
     * The real awards with their sites, and the sample programme.
     *
     * @param today around which the sample's plans lie: the day on which the load began, however long it takes
     */
    public static DemoPlan whole(LocalDate today, Calendars calendars) {
        Awards awards = new Awards(AwardFile.read());
        RealSites sites = new RealSites(AwardFile.readSites(), MilestoneFile.read());
        Sample sample = new Sample();
        SamplePlan plan = new SamplePlan(today, calendars);
        SampleMoney money = new SampleMoney(today, sample.entries());
        return new DemoPlan(
                List.of(
                        both(awards.programmes(), sample.programmes()),
                        both(awards.funds(), sample.funds()),
                        both(awards.investors(), sample.investors()),
                        both(awards.commitments(), sample.commitments()),
                        sample.closings(),
                        both(sites.projects(), SamplePlan.projects()),
                        both(plan.milestones(), sites.milestones()),
                        both(plan.happened(), sites.stops()),
                        both(money.tranches(), money.drafts()),
                        both(money.receipts(), plan.slips()),
                        money.investments()),
                Sample.BOUND_INVESTOR);
    }

    /** How many commands these are. */
    public int size() {
        return stages.stream()
                .flatMap(List::stream)
                .mapToInt(chain -> chain.steps().size())
                .sum();
    }

    private static List<Chain> both(List<Chain> first, List<Chain> second) {
        List<Chain> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
