package tranche.notifications.email;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import tranche.milestones.MilestoneAchieved;
import tranche.milestones.MilestonePlanned;
import tranche.notifications.NotificationsProcess;
import tranche.notifications.NotificationsProcess.Reply;
import tranche.notifications.Told;
import tranche.notifications.notice.reactions.NoticeReactions;
import tranche.notifications.recipient.reactions.RecipientReactions;
import tranche.notifications.subject.reactions.SubjectReactions;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** People with addresses, and what happens to milestones that they are told of. */
final class Post {

    private static final Actor MANAGER = NotificationsProcess.anybody(Role.FUND_MANAGER);

    private final NotificationsProcess service;

    Post(NotificationsProcess service) {
        this.service = service;
    }

    /** Somebody with a grant and without an address. */
    Actor anybody(Role role, Scope scope) {
        Actor actor = NotificationsProcess.with(role, scope);
        service.tell(
                RecipientReactions.class,
                actor.account(),
                Told.given(UUID.randomUUID(), actor.account(), role, scope, Instant.EPOCH));
        return actor;
    }

    /** Somebody whose address a manager knows. */
    Actor known(Role role, Scope scope, String language, String address) {
        Actor actor = anybody(role, scope);
        Reply reply = service.post(MANAGER, "/recipients", """
                {"accountId": "%s", "displayName": "Zoé Martin", "language": "%s", "timeZone": "Europe/Paris",
                 "email": "%s", "emailVerifiedBy": "Subscription papers of 3 March"}
                """.formatted(actor.account(), language, address));
        if (reply.status() != 201) {
            throw new AssertionError(reply.raw().body());
        }
        return actor;
    }

    MilestoneAchieved achieved(UUID programme, String name) {
        UUID milestone = UUID.randomUUID();
        UUID project = UUID.randomUUID();
        service.tell(
                SubjectReactions.class,
                project,
                Told.event(MilestonePlanned.class, project, Map.of("milestoneId", milestone, "name", name)));
        return Told.event(
                MilestoneAchieved.class,
                project,
                Map.of(
                        "programmeId",
                        programme,
                        "projectId",
                        project,
                        "milestoneId",
                        milestone,
                        "achievedDate",
                        LocalDate.of(2026, 11, 20)));
    }

    void tell(MilestoneAchieved achieved) {
        service.tell(NoticeReactions.class, achieved.getProjectId(), achieved);
    }
}
