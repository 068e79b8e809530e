package tranche.commitments.milestone.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.programme.domain.ProgrammeId;

/**
 * A dated, verifiable event of a project (domain §1): this service's own copy of what another has told of it, with the id of
 * each event that money may hang on (rule D-5).
 *
 * @param project that it belongs to
 * @param state as it was told: a code of the other service, which may get more of them
 * @param achievement empty unless it is verified by its quorum
 * @param waivers that were not revoked, in order of time; those that have expired remain
 * @param isGone whether it was taken out of the plan, or superseded: it will not be verified any more
 */
public record Milestone(
        MilestoneId id,
        ProgrammeId programme,
        UUID project,
        String name,
        String state,
        Outlook outlook,
        Optional<Achievement> achievement,
        List<Waiver> waivers,
        boolean isGone) {

    public Milestone {
        waivers = List.copyOf(waivers);
    }

    public boolean isAchieved() {
        return achievement.isPresent();
    }

    /** The waiver by which a tranche need not wait for it on a day: the one that holds longest; empty where none holds. */
    public Optional<Waiver> waiverOf(UUID tranche, LocalDate day) {
        return waivers.stream()
                .filter(waiver -> waiver.isFor(tranche) && waiver.holdsOn(day))
                .max(Comparator.comparing(Waiver::expires));
    }

    /** The milestone after what was told of it. */
    public Milestone after(MilestoneNews news) {
        return switch (news) {
            case MilestoneNews.Planned planned -> planned.milestone();
            case MilestoneNews.Moved(var _, String now) -> with(now, achievement, waivers, isGone);
            case MilestoneNews.Achieved(var _, String now, Achievement told, int slipDays) ->
                new Milestone(
                        id,
                        programme,
                        project,
                        name,
                        now,
                        new Outlook(told.achievedDate(), slipDays, outlook.reason(), List.of(), told.event()),
                        Optional.of(told),
                        waivers,
                        isGone);
            case MilestoneNews.Revoked(var _, String now) -> with(now, Optional.empty(), waivers, isGone);
            case MilestoneNews.Forecast(var _, Outlook told) -> with(told);
            case MilestoneNews.Rebaselined(var _, LocalDate forecast, int slipDays) ->
                with(new Outlook(forecast, slipDays, outlook.reason(), outlook.drivers(), outlook.event()));
            case MilestoneNews.Waived(var _, String now, Waiver waiver) -> with(now, achievement, with(waiver), isGone);
            case MilestoneNews.WaiversRevoked(var _, String now) -> with(now, achievement, List.of(), isGone);
            case MilestoneNews.Gone(var _, String now) -> with(now, achievement, waivers, true);
        };
    }

    private List<Waiver> with(Waiver waiver) {
        List<Waiver> more = new ArrayList<>(waivers);
        more.add(waiver);
        return more;
    }

    private Milestone with(Outlook told) {
        return new Milestone(id, programme, project, name, state, told, achievement, waivers, isGone);
    }

    private Milestone with(String now, Optional<Achievement> achieved, List<Waiver> waived, boolean gone) {
        return new Milestone(id, programme, project, name, now, outlook, achieved, waived, gone);
    }
}
