package tranche.commitments.drawdown.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tranche.commitments.drawdown.domain.Condition.DateReached;
import tranche.commitments.drawdown.domain.Condition.DocumentPresent;
import tranche.commitments.drawdown.domain.Condition.MilestoneVerified;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.ContentHash;
import tranche.values.actor.FourEyes;
import tranche.values.actor.Maker;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.money.Money;
import tranche.values.register.CanonicalJson;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Version;

/**
 * A slice of a fund's funding that is called when its conditions are met (domain §1, §2.6).
 *
 * @param project that it pays for, where it is one project's
 * @param amount what its call asks of all investors together
 * @param conditions the version that counts now
 * @param evaluation upon which its conditions were found met, or no longer so; empty until then
 * @param draftedVersion number of the last version of conditions of which a call was drafted; 0 where none ever was
 * @param call the one that is drafted or issued; empty where none is
 * @param held why no call is drafted though the conditions are met: {@link TrancheHold}; empty where nothing holds it
 * @param reason of the cancellation
 * @param maker who drafted it and so does not approve it (rule D-1)
 */
public record Tranche(
        TrancheId id,
        ProgrammeId programme,
        FundId fund,
        Optional<UUID> project,
        String name,
        Money amount,
        ConditionVersion conditions,
        TrancheState state,
        Optional<Evaluation> evaluation,
        int draftedVersion,
        Optional<UUID> call,
        Optional<String> held,
        Optional<String> reason,
        Optional<ForeignIdentity> foreign,
        Maker maker,
        Version version) {

    /** Whose holders may read all of a tranche. */
    public static final Set<Role> READERS = Role.STAFF;

    public Scope scope() {
        return Scope.ofFund(programme.value(), fund.value());
    }

    /** Who had a hand in it, and what there is to approve. */
    public FourEyes fourEyes() {
        return FourEyes.madeBy(maker, contentHash());
    }

    /** Whether facts may still move it. */
    public boolean isWaiting() {
        return switch (state) {
            case LOCKED, CONDITIONS_MET, CALL_DRAFTED -> true;
            case DRAFT, RELEASED, CANCELLED -> false;
        };
    }

    /** Whether it may be moved by what nobody tells: a day that comes, a document, the end of a waiver. */
    public boolean isMovedUntold() {
        return switch (state) {
            case LOCKED ->
                conditions.singles().stream()
                        .anyMatch(single -> single instanceof DateReached || single instanceof DocumentPresent);
            // A verification may be revoked while a waiver holds, and the waiver expire: nobody tells of that.
            case CONDITIONS_MET, CALL_DRAFTED ->
                conditions.singles().stream().anyMatch(MilestoneVerified.class::isInstance);
            case DRAFT, RELEASED, CANCELLED -> false;
        };
    }

    /** Where its conditions stand: as the facts have it, or, where these move it no more, as they were found last. */
    public Optional<Evaluation> standing(Facts facts, LocalDate today) {
        return state == TrancheState.DRAFT || isWaiting()
                ? Optional.of(Evaluation.of(id, conditions, facts, today))
                : evaluation;
    }

    /** Whether it is to be looked at anew, for its conditions stand otherwise than its state says. */
    public boolean isOvertakenBy(Evaluation standing) {
        return isWaiting() && standing.isMet() == (state == TrancheState.LOCKED);
    }

    /** The milestones that its conditions name. */
    List<UUID> milestones() {
        return conditions.singles().stream()
                .filter(MilestoneVerified.class::isInstance)
                .map(condition -> ((MilestoneVerified) condition).milestone().value())
                .toList();
    }

    /** Whether a call was drafted of the conditions as they are: the same version never drafts by itself again. */
    boolean hasDrafted() {
        return draftedVersion == conditions.number();
    }

    /** The steps that its state admits, in the order of {@link TrancheStep}. */
    public List<TrancheStep> allowed() {
        return Arrays.stream(TrancheStep.values()).filter(this::allows).toList();
    }

    public boolean allows(TrancheStep step) {
        return switch (step) {
            case APPROVE -> state == TrancheState.DRAFT;
            case REDRAFT -> state == TrancheState.CONDITIONS_MET;
            case AMEND -> isWaiting();
            case CANCEL -> state == TrancheState.DRAFT || isWaiting();
        };
    }

    /** What an approval binds (rule D-6). */
    public ContentHash contentHash() {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("fundId", fund.toString());
        members.put("projectId", project.map(UUID::toString).orElse(null));
        members.put("name", name);
        members.put("amount", amount.toString());
        members.put("conditions", conditions.content().hash().hex());
        return ContentHash.of(CanonicalJson.of(members));
    }
}
