package tranche.milestones.milestone.events;

import java.util.List;
import tranche.Head;
import tranche.milestones.DrivingMilestone;
import tranche.milestones.MilestoneAdvanced;
import tranche.milestones.MilestoneForecastChanged;
import tranche.milestones.MilestoneSlipped;
import tranche.milestones.milestone.domain.Driving;
import tranche.milestones.milestone.domain.Milestone;
import tranche.milestones.milestone.domain.MilestoneEvent;
import tranche.milestones.milestone.domain.Outlook;

/** What moved a milestone's forecast, as Avro records. */
final class ForecastAvro {

    private ForecastAvro() {}

    static MilestoneForecastChanged changed(Head head, Milestone m, MilestoneEvent.ForecastChanged changed) {
        return MilestoneForecastChanged.newBuilder()
                .setHead(head)
                .setProgrammeId(m.programme().value())
                .setProjectId(m.project().value())
                .setMilestoneId(m.id().value())
                .setPreviousDate(changed.previous())
                .setForecastDate(changed.outlook().date())
                .setPlannedDate(changed.outlook().planned())
                .setStatedDate(changed.outlook()
                        .statement()
                        .map(Outlook.Statement::date)
                        .orElse(null))
                .setSlipDays(changed.lateness().slip().calendarDays())
                .setSlipWorkingDays(changed.lateness().slip().workingDays())
                .setBreach(changed.lateness().breach().name())
                .setReason(changed.why().reason().orElse(null))
                .setCauses(changed.why().causes())
                .setChain(chain(changed.why().chain()))
                .setState(m.state().name())
                .build();
    }

    static MilestoneSlipped slipped(Head head, Milestone m, MilestoneEvent.Slipped slipped) {
        return MilestoneSlipped.newBuilder()
                .setHead(head)
                .setProgrammeId(m.programme().value())
                .setProjectId(m.project().value())
                .setMilestoneId(m.id().value())
                .setPreviousDate(slipped.previous())
                .setForecastDate(slipped.forecast())
                .setDays(slipped.moved().calendarDays())
                .setWorkingDays(slipped.moved().workingDays())
                .setSlipDays(slipped.slip().calendarDays())
                .setSlipWorkingDays(slipped.slip().workingDays())
                .setReason(slipped.why().reason().orElse(null))
                .setCauses(slipped.why().causes())
                .setChain(chain(slipped.why().chain()))
                .build();
    }

    static MilestoneAdvanced advanced(Head head, Milestone m, MilestoneEvent.Advanced advanced) {
        return MilestoneAdvanced.newBuilder()
                .setHead(head)
                .setProgrammeId(m.programme().value())
                .setProjectId(m.project().value())
                .setMilestoneId(m.id().value())
                .setPreviousDate(advanced.previous())
                .setForecastDate(advanced.forecast())
                .setDays(advanced.moved().calendarDays())
                .setWorkingDays(advanced.moved().workingDays())
                .setSlipDays(advanced.slip().calendarDays())
                .setSlipWorkingDays(advanced.slip().workingDays())
                .setReason(advanced.why().reason().orElse(null))
                .setCauses(advanced.why().causes())
                .setChain(chain(advanced.why().chain()))
                .build();
    }

    private static List<DrivingMilestone> chain(List<Driving> chain) {
        return chain.stream()
                .map(one -> DrivingMilestone.newBuilder()
                        .setMilestoneId(one.milestone().value())
                        .setSlipDays(one.slipDays())
                        .build())
                .toList();
    }
}
