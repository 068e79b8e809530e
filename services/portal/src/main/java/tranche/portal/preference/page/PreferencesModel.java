package tranche.portal.preference.page;

import java.util.List;
import java.util.Optional;
import tranche.portal.frame.page.Frame;
import tranche.portal.problem.page.RefusedForm;

/**
 * What the visitor wants to hear, and what he asks for besides ({@code preference/preferences.jte}).
 *
 * @param away whether it cannot be shown now
 * @param version that the visitor sees: what was changed meanwhile is not overwritten
 * @param once lets the same form, sent twice, act once
 * @param rows which rows the form has
 * @param undo what undoes the change before
 * @param refused why what was asked last was not done
 * @param preview what the wishes that hold would have sent, where that can be said
 */
public record PreferencesModel(
        Frame frame,
        String csrf,
        String once,
        boolean away,
        String version,
        List<Choice> languages,
        List<Choice> zones,
        Quiet quiet,
        List<Group> groups,
        String rows,
        Optional<Undo> undo,
        Optional<RefusedForm> refused,
        List<RefusedForm.Wrong> wrong,
        Optional<Preview> preview,
        Subscriptions subscriptions) {

    /**
     * What the wishes that hold would have sent in the last days.
     *
     * @param lines kinds that have reached the visitor, each with how many would have come which way
     */
    public record Preview(String sentence, List<PreviewLine> lines) {
        public Preview {
            lines = List.copyOf(lines);
        }
    }

    /** Of one kind, in numbers. */
    public record PreviewLine(String kind, String alerts, String portal, String mail, String webhook) {}

    /** A choice of a list. */
    public record Choice(String value, String name, boolean chosen) {}

    /** When the visitor is left in peace; blank where never. */
    public record Quiet(String from, String to, Optional<String> wrongFrom, Optional<String> wrongTo) {}

    /** Kinds that belong together. */
    public record Group(String name, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One kind.
     *
     * @param locked whether it cannot be turned off
     * @param digests how often; none where it is told at once whatever is wanted
     */
    public record Row(
            String code,
            String name,
            boolean locked,
            List<Switch> switches,
            String digestField,
            String digestName,
            List<Choice> digests) {
        public Row {
            switches = List.copyOf(switches);
            digests = List.copyOf(digests);
        }
    }

    /**
     * A way in which a kind is told.
     *
     * @param name what is switched, for whoever hears it read
     * @param possible whether the kind is ever told so
     * @param locked whether it stays on
     */
    public record Switch(String field, String name, boolean possible, boolean on, boolean locked) {}

    /** What undoes the change before. */
    public record Undo(String line, String once) {}

    /**
     * What the visitor asks for besides.
     *
     * @param away whether it cannot be shown now
     */
    public record Subscriptions(boolean away, List<Line> lines, Form form) {
        public Subscriptions {
            lines = List.copyOf(lines);
        }
    }

    /** One subscription. */
    public record Line(
            String id, String about, String kinds, String ways, String often, boolean paused, List<Action> actions) {
        public Line {
            actions = List.copyOf(actions);
        }
    }

    /** What can be done about a subscription. */
    public record Action(String code, String name, String once) {}

    /**
     * The form that asks for more, blank or as it was sent.
     *
     * @param every whether all kinds are asked for
     */
    public record Form(
            String once,
            String everything,
            boolean isEverything,
            List<Scope> scopes,
            Optional<String> wrongScope,
            boolean every,
            List<Tick> kinds,
            Optional<String> wrongKinds,
            List<Tick> ways,
            Optional<String> wrongWays,
            List<Choice> digests) {
        public Form {
            scopes = List.copyOf(scopes);
            kinds = List.copyOf(kinds);
            ways = List.copyOf(ways);
            digests = List.copyOf(digests);
        }
    }

    /** Things of one kind to choose from. */
    public record Scope(String name, List<Choice> choices) {
        public Scope {
            choices = List.copyOf(choices);
        }
    }

    /** Something that can be ticked. */
    public record Tick(String field, String code, String name, boolean ticked) {}

    public PreferencesModel {
        languages = List.copyOf(languages);
        zones = List.copyOf(zones);
        groups = List.copyOf(groups);
        wrong = List.copyOf(wrong);
    }
}
