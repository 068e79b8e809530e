package tranche.launcher.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * All that a demo starts with, as the commands that bring it in. The same at each start.
 *
 * @param stages one after the other; the chains of a stage do not wait for each other
 * @param investor the step that makes the investor to which the demo's investor account is bound
 */
public record DemoPlan(List<List<Chain>> stages, String investor) {

    public DemoPlan {
        stages = stages.stream().map(List::copyOf).toList();
    }

    /** The real awards and the sample programme. */
    public static DemoPlan whole() {
        Awards awards = new Awards(AwardFile.read());
        Sample sample = new Sample();
        return new DemoPlan(
                List.of(
                        both(awards.programmes(), sample.programmes()),
                        both(awards.funds(), sample.funds()),
                        both(awards.investors(), sample.investors()),
                        both(awards.commitments(), sample.commitments()),
                        sample.closings()),
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
