package tranche.portal.cockpit.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.portal.raise.page.FeedLine;
import tranche.portal.timeline.domain.ProgrammeBuild.News;
import tranche.portal.words.page.DateWords;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;

/** How what happens at a site is told in the feed, with the money that hangs on it. */
final class BuildLine {

    private BuildLine() {}

    /** @param money of the tranches that the milestone has unlocked, or that wait for it, as far as the reader sees them */
    static FeedLine of(News news, List<Money> money, Words words) {
        Map<String, Object> gaps = new HashMap<>();
        gaps.put("project", news.projectName());
        gaps.put("milestone", news.name().orElse(""));
        gaps.put("day", news.day().map(words.dates()::day).orElse(""));
        gaps.put("before", news.before().map(words.dates()::day).orElse(""));
        gaps.put("days", Math.abs(news.days().orElse(0)));
        gaps.put("reason", news.text().orElse(""));
        String key = "overview.build." + news.kind().code();
        return new FeedLine(
                icon(news),
                tone(news),
                words.texts().say(key, gaps),
                words.texts().say(key + ".text", gaps),
                effect(news, money, words),
                Optional.of(news.milestone().map(id -> "/milestones/" + id).orElse("/projects/" + news.project())),
                DateWords.machine(news.at()),
                words.dates().recent(news.at(), words.now()),
                words.dates().exact(news.at()));
    }

    private static Optional<String> effect(News news, List<Money> money, Words words) {
        if (money.isEmpty()) {
            return Optional.empty();
        }
        String sums = ProgrammeLines.sums(money, words);
        return switch (news.kind()) {
            case MILESTONE_ACHIEVED -> Optional.of(words.say("overview.effect.unlocks", "sums", sums));
            case MILESTONE_SLIPPED -> Optional.of(words.say("overview.effect.later", "sums", sums));
            case MILESTONE_ADVANCED -> Optional.of(words.say("overview.effect.earlier", "sums", sums));
            default -> Optional.of(words.say("overview.effect.waits", "sums", sums));
        };
    }

    private static String icon(News news) {
        return switch (news.kind()) {
            case MILESTONE_ACHIEVED -> "circle-check";
            case MILESTONE_CLAIMED -> "flag-check";
            case MILESTONE_SLIPPED -> "clock-exclamation";
            case MILESTONE_ADVANCED -> "clock";
            case BASELINE_APPROVED -> "calendar-event";
            case MILESTONE_WAIVED -> "circle-dashed";
            case MILESTONE_REJECTED, MILESTONE_VERIFICATION_REVOKED -> "circle-x";
            default -> "ban";
        };
    }

    private static String tone(News news) {
        return switch (news.kind()) {
            case MILESTONE_ACHIEVED, MILESTONE_ADVANCED -> "ok";
            case MILESTONE_CLAIMED -> "info";
            case MILESTONE_SLIPPED, BASELINE_APPROVED, MILESTONE_WAIVED -> "warn";
            default -> "bad";
        };
    }
}
