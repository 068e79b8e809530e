package tranche.launcher.demo;

import java.util.List;

/**
 * A tranche of the sample.
 *
 * @param billions in the currency of the fund
 * @param milestones all of which must be verified; the first names the site that it is for
 */
record SampleTranche(String name, String fund, int billions, List<String> milestones) {

    SampleTranche(String name, String fund, int billions, String... milestones) {
        this(name, fund, billions, List.of(milestones));
    }

    String key() {
        return "sample:tranche:" + fund + ":" + name;
    }

    String site() {
        return SampleSites.work(milestones.getFirst()).site();
    }

    SampleFund inFund() {
        return Sample.fund(fund);
    }
}
