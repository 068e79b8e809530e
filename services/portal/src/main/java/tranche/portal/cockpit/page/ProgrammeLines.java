package tranche.portal.cockpit.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.cockpit.page.OverviewModel.ProgrammeLine;
import tranche.portal.raise.domain.Programme;
import tranche.portal.raise.domain.Target;
import tranche.portal.words.page.Share;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;

/** Programmes as they are chosen between, each with what is committed to it. */
final class ProgrammeLines {

    private ProgrammeLines() {}

    static List<ProgrammeLine> of(List<Programme> programmes, Optional<UUID> current, Words words) {
        return programmes.stream()
                .map(programme ->
                        line(programme, current.filter(programme.id()::equals).isPresent(), words))
                .toList();
    }

    private static ProgrammeLine line(Programme programme, boolean current, Words words) {
        Money committed = programme.committed().getFirst();
        Optional<Money> target = programme
                .target()
                .map(Target::amount)
                .filter(amount -> amount.currency().equals(committed.currency()));
        boolean nothing = programme.committed().stream().allMatch(Money::isZero);
        Map<String, Object> gaps = new HashMap<>();
        gaps.put("committed", sums(programme.committed(), words));
        gaps.put("target", target.map(words.money()::spoken).orElse(""));
        gaps.put(
                "share",
                target.map(goal -> words.money().percent(Share.of(committed, goal)))
                        .orElse(""));
        String key =
                "overview.programme" + (nothing ? ".nothing" : ".committed") + (target.isPresent() ? ".target" : "");
        return new ProgrammeLine(
                programme.name(),
                programme.sample(),
                current,
                words.texts().say(key, gaps),
                "/programmes/" + programme.id());
    }

    /** What is not nothing, in a row. */
    static String sums(List<Money> amounts, Words words) {
        return words.texts()
                .list(amounts.stream()
                        .filter(amount -> !amount.isZero())
                        .map(words.money()::brief)
                        .toList());
    }
}
