package tranche.portal.approval.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.PortalProcess;
import tranche.portal.session.domain.Reader;
import tranche.portal.session.domain.Theme;
import tranche.portal.session.domain.Visitor;
import tranche.portal.timeline.store.TimelineEvents;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

@DisplayName("What waits for a person")
class ApprovalsPageTest {

    private static final UUID CALL = UUID.randomUUID();

    private static ApprovalOffice office;

    @BeforeAll
    static void starts() {
        office = new ApprovalOffice();
    }

    @AfterAll
    static void stops() {
        office.close();
    }

    @AfterEach
    void nothingWaits() {
        office.clear();
    }

    @Test
    void is_listed_with_what_lapses_first() {
        office.amendment(PortalProcess.id("fund-manager"));
        office.put("/capital-calls?state=DRAFT&limit=100", """
                {'items': [{'id': '%s', 'reference': 'CC-2026-001', 'total': {'value': '100.01', 'currency': 'USD'},
                 'fundId': '%s', 'recordedAt': '2026-03-01T10:00:00Z'}]}""".formatted(CALL, UUID.randomUUID()));

        String page = office.page("approver", "/approvals");

        assertThat(page)
                .contains(
                        "href=\"/approvals/commitments/" + ApprovalOffice.PROPOSAL + "\"",
                        "Change a tranche’s conditions",
                        "lapses 1")
                .contains("href=\"/calls/" + CALL + "\"", "CC-2026-001", "Capital call to approve", "$100.01")
                .contains("2 things wait for a person");
        assertThat(page.indexOf(ApprovalOffice.PROPOSAL.toString())).isLessThan(page.indexOf(CALL.toString()));
        assertThat(office.page("fund-manager", "/approvals")).contains("Proposed by you");
    }

    @Test
    void lists_commitments_by_their_investors_to_approvers_and_to_whoever_made_them() {
        UUID programme = UUID.randomUUID();
        UUID fund = UUID.randomUUID();
        UUID mine = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        UUID north = UUID.randomUUID();
        UUID south = UUID.randomUUID();
        office.portal.sql("insert into raise_fund values ('%s', '%s', 'Fab Fund V', 'USD', null, false)"
                .formatted(fund, programme));
        office.commits(mine, programme, fund, north, "Eastern Pension");
        office.commits(other, programme, fund, south, "Western Reserve");
        office.portal.sql("update raise_commitment set makers = '{%s}' where commitment_id = '%s'"
                .formatted(PortalProcess.id("fund-manager"), mine));
        office.put(
                "/commitments?state=SUBMITTED&limit=100",
                "{'items': [" + submitted(mine, programme, fund, north) + ", "
                        + submitted(other, programme, fund, south) + "], 'next': null}");

        assertThat(office.page("approver", "/approvals"))
                .contains("Eastern Pension", "Western Reserve", "Commitment to accept", "Fab Fund V");
        assertThat(office.page("fund-manager", "/approvals"))
                .contains("Eastern Pension")
                .doesNotContain("Western Reserve", other.toString());
    }

    private static String submitted(UUID commitment, UUID programme, UUID fund, UUID investor) {
        return """
                {'id': '%s', 'programmeId': '%s', 'fundId': '%s', 'investorId': '%s', 'state': 'SUBMITTED',
                 'amount': {'value': '60.00', 'currency': 'USD'}, 'recordedAt': '2026-03-01T10:00:00Z'}""".formatted(commitment, programme, fund, investor);
    }

    @Test
    void shows_nobody_a_proposal_of_others_who_cannot_answer_it() {
        office.amendment(UUID.randomUUID());

        assertThat(office.page("approver", "/approvals")).contains(ApprovalOffice.PROPOSAL.toString());
        assertThat(office.page("fund-manager", "/approvals")).doesNotContain(ApprovalOffice.PROPOSAL.toString());
    }

    @Test
    @DisplayName("D-1: lists to a verifier the claims that it may verify, and the page is whole")
    void lists_claims_to_a_verifier() throws SQLException {
        TimelineEvents site =
                new TimelineEvents(UUID.randomUUID(), UUID.randomUUID(), PortalProcess.id("site-reporter"));
        TimelineEvents verifier = new TimelineEvents(site.programme(), site.project(), PortalProcess.id("verifier"));
        UUID claimed = UUID.randomUUID();
        UUID shown = UUID.randomUUID();
        UUID own = UUID.randomUUID();
        UUID planned = UUID.randomUUID();
        TimelineEvents.tell(
                office.portal.bean(DataSource.class),
                site.registered("Fab <7>", "FAB", "US-NY", "US"),
                site.planned(claimed, "First steel", "2026-02-27", "PHOTO"),
                site.claimed(claimed, "2026-02-20"),
                site.planned(shown, "Clean room", "2026-02-27", "PHOTO"),
                site.claimed(shown, "2026-02-20"),
                site.evidence(shown, "PHOTO"),
                site.planned(own, "Own roof", "2026-02-27"),
                verifier.claimed(own, "2026-02-20"),
                site.planned(planned, "Far off", "2027-02-27"));
        office.empty("/approvals?state=PENDING&service=commitments&limit=100");

        assertThat(office.page("verifier", "/approvals"))
                .doesNotContain("Some of it cannot be shown now")
                .contains("href=\"/milestones/" + claimed + "\"", "First steel", "Fab &lt;7&gt;", "Milestone to verify")
                .contains("href=\"/milestones/" + shown + "\"", "Clean room")
                .doesNotContain("Own roof", "Far off");
        assertThat(office.portal.bean(ApprovalDesk.class).answerable(visitor("verifier", Role.VERIFIER)))
                .hasValue(2);
    }

    private static Visitor visitor(String account, Role... roles) {
        UUID id = PortalProcess.id(account);
        Access access = new Access(
                Stream.of(roles).map(role -> new Grant(role, Scope.DEPLOYMENT)).toList());
        return new Visitor(
                account,
                new Actor(id, id, access),
                new Reader(Locale.ENGLISH, Theme.SYSTEM, ZoneOffset.UTC),
                "csrf",
                Optional.empty());
    }

    @Test
    @DisplayName("is counted for whoever can answer it: not what somebody made, and not what somebody only looks at")
    void is_counted_for_whoever_can_answer_it() {
        ApprovalDesk desk = office.portal.bean(ApprovalDesk.class);
        Visitor approver = visitor("approver", Role.APPROVER);
        assertThat(desk.answerable(approver)).as("nobody says what there is").isEmpty();

        office.amendment(PortalProcess.id("fund-manager"));
        for (String list : List.of(
                "/commitments?state=SUBMITTED",
                "/tranches?state=DRAFT",
                "/closings?state=PLANNED",
                "/bank-accounts?state=PROPOSED")) {
            office.empty(list + "&limit=100");
        }
        office.put("/capital-calls?state=DRAFT&limit=100", """
                {'items': [{'id': '%s', 'reference': 'CC-2026-001', 'total': {'value': '100.01', 'currency': 'USD'},
                 'fundId': '%s', 'recordedAt': '2026-03-01T10:00:00Z'}]}""".formatted(CALL, UUID.randomUUID()));

        assertThat(desk.answerable(approver)).hasValue(2);
        assertThat(desk.answerable(visitor("fund-manager", Role.APPROVER)))
                .as("one of the two is the maker's own")
                .hasValue(1);
        assertThat(office.portal.bean(Answerable.class).isFor(visitor("auditor", Role.AUDITOR, Role.FUND_MANAGER)))
                .isFalse();
    }

    @Test
    void says_so_where_there_is_more_than_is_shown() {
        office.put(
                "/approvals?state=PENDING&service=commitments&limit=100",
                "{'items': [" + ApprovalOffice.proposal(ApprovalOffice.TRANCHE) + "], 'next': 'x'}");

        assertThat(office.page("approver", "/approvals")).contains("These 1 and more wait for a person");
    }

    @Test
    void says_so_where_a_service_does_not_answer() {
        office.service.put("/approvals?state=PENDING&service=commitments&limit=100", 503, "{}");

        assertThat(office.page("approver", "/approvals")).contains("Some of it cannot be shown now");
    }
}
