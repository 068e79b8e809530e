package tranche.portal.timeline.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tranche.portal.timeline.domain.Breach;
import tranche.portal.timeline.domain.MilestonePicture;
import tranche.portal.timeline.domain.MilestoneState;
import tranche.portal.timeline.domain.Standing;
import tranche.portal.words.page.Words;

/**
 * How something stands, by shape, colour and word at once.
 *
 * @param icon the shape
 * @param tone the colour, as a class of the sheet
 * @param solid whether the shape is filled
 */
public record Mark(String icon, String tone, boolean solid, String word) {

    public static Mark of(Standing standing, Words words) {
        String word = words.say("projects.state." + standing.code());
        return switch (standing) {
            case STOPPED -> new Mark("square", "draft", true, word);
            case CRITICAL -> new Mark("triangle", "bad", true, word);
            case SLIPPED -> new Mark("square-rotated", "warn", true, word);
            case ON_PLAN -> new Mark("circle", "brand", true, word);
            case COMPLETE -> new Mark("circle-check", "ok", false, word);
            case NOTHING_OPEN -> new Mark("circle", "draft", false, word);
            case UNPLANNED -> new Mark("circle-dashed", "draft", false, word);
        };
    }

    /** Its state and, beside it, whether it has slipped. */
    static List<Mark> of(MilestonePicture milestone, Words words) {
        Mark state = state(milestone.state(), words);
        return milestone.state().isOpen() && milestone.slip().days() > 0
                ? List.of(state, new Mark("clock-exclamation", "warn", false, words.say("project.slipped")))
                : List.of(state);
    }

    /** The same and how far it exceeds its baselines. */
    static List<Mark> all(MilestonePicture milestone, Words words) {
        return Stream.concat(of(milestone, words).stream(), breach(milestone, words).stream())
                .toList();
    }

    /** How far a milestone that is still to be reached exceeds its baselines; empty where that is nothing to speak of. */
    static Optional<Mark> breach(MilestonePicture milestone, Words words) {
        return of(milestone.slip().breach(), words)
                .filter(_ -> milestone.state().isOpen());
    }

    private static Mark state(MilestoneState state, Words words) {
        String word = words.say("project.state." + state.code());
        return switch (state) {
            case ACHIEVED -> new Mark("circle-check", "ok", false, word);
            case CLAIMED, EVIDENCE_SUBMITTED, VERIFIED -> new Mark("flag-check", "info", false, word);
            case WAIVED -> new Mark("circle-dashed", "draft", false, word);
            case REMOVED, SUPERSEDED -> new Mark("ban", "draft", false, word);
            case REJECTED -> new Mark("circle-x", "bad", false, word);
            case PLANNED, IN_PROGRESS -> new Mark("calendar-event", "draft", false, word);
        };
    }

    /** How far it exceeds its baselines; empty where that is nothing to speak of. */
    static Optional<Mark> of(Breach breach, Words words) {
        return switch (breach) {
            case NONE -> Optional.empty();
            case SIGNIFICANT -> Optional.of(new Mark("alert-triangle", "warn", false, word(breach, words)));
            case CRITICAL -> Optional.of(new Mark("triangle", "bad", true, word(breach, words)));
        };
    }

    private static String word(Breach breach, Words words) {
        return words.say("project.breach." + breach.code());
    }
}
