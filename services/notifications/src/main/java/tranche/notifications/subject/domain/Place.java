package tranche.notifications.subject.domain;

import java.util.Optional;
import java.util.UUID;
import tranche.values.actor.Scope;

/**
 * Where something belongs that one can ask about.
 *
 * @param scope that its own events carry
 */
public record Place(UUID id, Kind kind, Scope scope) {

    /** What it is. */
    public enum Kind {
        PROGRAMME,
        FUND,
        INVESTOR,
        PROJECT,
        MILESTONE
    }

    public static Place programme(UUID id) {
        return new Place(id, Kind.PROGRAMME, Scope.ofProgramme(id));
    }

    public static Place fund(UUID programme, UUID id) {
        return new Place(id, Kind.FUND, Scope.ofFund(programme, id));
    }

    public static Place investor(UUID id) {
        return new Place(id, Kind.INVESTOR, Scope.ofInvestor(id));
    }

    public static Place project(UUID programme, UUID id) {
        return new Place(id, Kind.PROJECT, ofProject(programme, id));
    }

    public static Place milestone(UUID programme, UUID project, UUID id) {
        return new Place(id, Kind.MILESTONE, ofProject(programme, project));
    }

    private static Scope ofProject(UUID programme, UUID project) {
        return new Scope(Optional.of(programme), Optional.empty(), Optional.empty(), Optional.of(project));
    }
}
