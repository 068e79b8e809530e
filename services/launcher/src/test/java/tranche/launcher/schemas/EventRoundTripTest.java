package tranche.launcher.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.Head;
import tranche.Money;
import tranche.commitments.ClosingEffective;
import tranche.commitments.CommitmentSubmitted;
import tranche.commitments.FundCreated;
import tranche.commitments.FundTerms;
import tranche.milestones.MilestoneAchieved;
import tranche.milestones.ProjectRegistered;
import tranche.milestones.Verifier;
import tranche.portal.GrantGiven;

@DisplayName("What is written is read")
class EventRoundTripTest {

    private static final UUID ID = UUID.fromString("01939f00-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("01939f00-0000-7000-8000-000000000002");
    private static final Money AMOUNT = new Money(new BigDecimal("9999999999999999999999999999999999.9999"), "USD");

    @Test
    void with_lists_of_ids_and_the_largest_amount() throws IOException {
        ClosingEffective closing = ClosingEffective.newBuilder()
                .setHead(head())
                .setProgrammeId(ID)
                .setFundId(OTHER)
                .setKind("INITIAL")
                .setDate(LocalDate.parse("2026-03-31"))
                .setCommitmentIds(List.of(ID, OTHER))
                .setTotal(AMOUNT)
                .setState("EFFECTIVE")
                .build();

        ClosingEffective read = ClosingEffective.getDecoder()
                .decode(ClosingEffective.getEncoder().encode(closing));

        assertThat(read).isEqualTo(closing);
        assertThat(read.getCommitmentIds()).containsExactly(ID, OTHER);
        assertThat(read.getTotal().getValue()).isEqualByComparingTo(AMOUNT.getValue());
        assertThat(read.getHead().getRecordedAt()).isEqualTo(Instant.parse("2026-03-31T09:00:00.123456Z"));
    }

    @Test
    void with_all_that_is_optional_left_out() throws IOException {
        FundCreated fund = FundCreated.newBuilder()
                .setHead(head())
                .setProgrammeId(ID)
                .setFundId(OTHER)
                .setName("North Fund")
                .setBaseCurrency("EUR")
                .setCalendar("TARGET")
                .setTerms(FundTerms.newBuilder().build())
                .setZone("Europe/Paris")
                .build();

        FundCreated read =
                FundCreated.getDecoder().decode(FundCreated.getEncoder().encode(fund));

        assertThat(read).isEqualTo(fund);
        assertThat(read.getCap()).isEmpty();
        assertThat(read.getTerms().getCallBasis()).isEqualTo("COMMITMENT");
        assertThat(read.getTerms().getRequireKyc()).isFalse();
    }

    @Test
    void with_all_that_is_optional_given() throws IOException {
        CommitmentSubmitted submitted = CommitmentSubmitted.newBuilder()
                .setHead(head())
                .setProgrammeId(ID)
                .setFundId(OTHER)
                .setInvestorId(ID)
                .setAmount(AMOUNT)
                .setState("SUBMITTED")
                .setSignatoryId(OTHER)
                .setSignatoryDigest("ab".repeat(32))
                .setDocuments(List.of("cd".repeat(32)))
                .build();
        GrantGiven grant = GrantGiven.newBuilder()
                .setHead(head())
                .setAccountId(ID)
                .setGrantId(OTHER)
                .setRole("investor")
                .setInvestorId(ID)
                .setUntil(LocalDate.parse("2027-12-31"))
                .build();

        assertThat(CommitmentSubmitted.getDecoder()
                        .decode(CommitmentSubmitted.getEncoder().encode(submitted)))
                .isEqualTo(submitted)
                .extracting(CommitmentSubmitted::getSignatoryId)
                .isEqualTo(Optional.of(OTHER));
        assertThat(GrantGiven.getDecoder().decode(GrantGiven.getEncoder().encode(grant)))
                .isEqualTo(grant);
    }

    @Test
    void with_a_place_to_a_tenth_of_a_metre() throws IOException {
        ProjectRegistered project = ProjectRegistered.newBuilder()
                .setHead(head())
                .setProgrammeId(ID)
                .setProjectId(OTHER)
                .setName("Fab 1")
                .setKind("FAB")
                .setRegion("US-AZ")
                .setCountry("US")
                .setLatitude(new BigDecimal("33.774500"))
                .setLongitude(new BigDecimal("-112.158300"))
                .setZone("America/Phoenix")
                .setStartDate(LocalDate.parse("2026-03-31"))
                .setState("ACTIVE")
                .build();

        ProjectRegistered read = ProjectRegistered.getDecoder()
                .decode(ProjectRegistered.getEncoder().encode(project));

        assertThat(read).isEqualTo(project);
        assertThat(read.getLongitude()).contains(new BigDecimal("-112.158300"));
    }

    @Test
    void with_the_parts_that_only_an_event_has() throws IOException {
        MilestoneAchieved achieved = MilestoneAchieved.newBuilder()
                .setHead(head())
                .setProgrammeId(ID)
                .setProjectId(OTHER)
                .setMilestoneId(ID)
                .setAchievedDate(LocalDate.parse("2026-03-30"))
                .setVerifiers(List.of(new Verifier(ID, OTHER), new Verifier(OTHER, ID)))
                .setEvidence(List.of("ab".repeat(32)))
                .setBaselineDate(LocalDate.parse("2026-03-01"))
                .setSlipDays(29)
                .setSlipWorkingDays(21)
                .setState("ACHIEVED")
                .build();

        MilestoneAchieved read = MilestoneAchieved.getDecoder()
                .decode(MilestoneAchieved.getEncoder().encode(achieved));

        assertThat(read).isEqualTo(achieved);
        assertThat(read.getVerifiers().getFirst().getPersonId()).isEqualTo(OTHER);
    }

    private static Head head() {
        return Head.newBuilder()
                .setEventId(ID)
                .setAggregateId(OTHER)
                .setVersion(1)
                .setSequence(7)
                .setEffectiveDate(LocalDate.parse("2026-03-31"))
                .setRecordedAt(Instant.parse("2026-03-31T09:00:00.123456Z"))
                .setActorId(ID)
                .setCorrelationId(OTHER)
                .build();
    }
}
