package tranche.launcher.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Approval;
import tranche.values.actor.ContentHash;
import tranche.values.actor.FourEyes;
import tranche.world.ids.Ids;

/**
 * Makers and checkers (rules D-1, D-2, D-6), told in words: {@code create p1, edit p2}, then {@code approve p3}. A
 * person has a name; {@code key of p1} is an API key that p1 owns, {@code system} the product itself.
 */
final class FourEyesRules {

    private static final Pattern CREATED = Pattern.compile("created? (?<who>.+)");
    private static final Pattern EDITED = Pattern.compile("edit(ed)? (?<who>.+)");
    private static final Pattern VERIFIED = Pattern.compile("milestone verified by (?<who>.+)");
    private static final Pattern APPROVED = Pattern.compile("approved? (?<who>.+)");
    private static final Pattern WHO = Pattern.compile("(?<key>key of )?(?<person>\\w+)( \\(\\w+\\))?");

    private static final String SYSTEM = "system";
    private static final String ON_THE_OLD_APPROVAL = "issue on the old approval";

    private FourEyesRules() {}

    /** {@code eyes}: whether each case's last act is allowed after its history. */
    static Map<String, Object> allowed(ExampleInput input) {
        return Map.of(
                "allowed",
                input.list("cases").stream()
                        .map(one -> Story.of(List.of(one.text("history").split(", ", -1)))
                                .allows(one.text("then")))
                        .toList());
    }

    /**
     * What has happened so far.
     *
     * @param edits how often it was edited: each edit makes another content
     * @param given the approval that was given last, whether or not it still stands
     */
    private record Story(FourEyes eyes, int edits, Optional<Approval> given) {

        static Story of(List<String> acts) {
            Actor maker = who(CREATED, acts.getFirst())
                    .orElseThrow(() -> new ExampleInput.Unreadable("not a beginning: " + acts.getFirst()));
            var story = new Story(FourEyes.madeBy(maker.asMaker(), content(0)), 0, Optional.empty());
            for (String act : acts.subList(1, acts.size())) {
                story = story.then(act);
            }
            return story;
        }

        private Story then(String act) {
            Optional<Actor> editor = who(EDITED, act);
            if (editor.isPresent()) {
                FourEyes edited = eyes.editedBy(editor.get().asMaker(), content(edits + 1));
                return new Story(edited, edits + 1, given);
            }
            Optional<Actor> verifier = who(VERIFIED, act);
            if (verifier.isPresent()) {
                return new Story(eyes.restingOnVerificationBy(verifier.get().asMaker()), edits, given);
            }
            Actor checker = who(APPROVED, act).orElseThrow(() -> new ExampleInput.Unreadable("not an act: " + act));
            if (!eyes.mayBeApprovedBy(checker)) {
                return this;
            }
            FourEyes approved = eyes.approvedBy(checker);
            return new Story(approved, edits, approved.approval());
        }

        boolean allows(String act) {
            if (act.equals(ON_THE_OLD_APPROVAL)) {
                return given.filter(eyes::standsOn).isPresent();
            }
            return who(APPROVED, act)
                    .map(eyes::mayBeApprovedBy)
                    .orElseThrow(() -> new ExampleInput.Unreadable("not an act: " + act));
        }

        private static ContentHash content(int edits) {
            return ContentHash.of("{\"edits\":" + edits + "}");
        }
    }

    private static Optional<Actor> who(Pattern act, String words) {
        Matcher said = act.matcher(words);
        if (!said.matches()) {
            return Optional.empty();
        }
        Matcher who = WHO.matcher(said.group("who"));
        if (!who.matches()) {
            throw new ExampleInput.Unreadable("nobody: " + said.group("who"));
        }
        String person = who.group("person");
        return Optional.of(
                person.equals(SYSTEM)
                        ? Actor.SYSTEM
                        : new Actor(
                                id(who.group("key") == null ? "account" : "key", person),
                                id("person", person),
                                Access.NONE));
    }

    private static UUID id(String kind, String name) {
        return Ids.ofCause(kind + ":" + name);
    }
}
