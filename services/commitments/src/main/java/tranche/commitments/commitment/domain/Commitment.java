package tranche.commitments.commitment.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.investor.domain.InvestorId;
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
 * A signed obligation to contribute up to an amount, or an interest that may become one (domain §1, §2.1).
 *
 * @param amount in the fund's currency, above zero
 * @param dated the effective date that its content was given, by the draft or the last edit
 * @param precision how exactly that date is known
 * @param drawn what has happened to its money so far
 * @param evidence since the submission; kept when it is returned, replaced when it is submitted again
 * @param opening for a position that is, or was, to be taken on
 * @param closingDate since the acceptance; the closing's own date once it took effect
 * @param closing the closing that took effect
 * @param reason of the last return, amendment or transfer, or of the cancellation
 * @param foreign what it is called where it comes from
 * @param transfers from and to whose commitments it, or something of it, went over
 * @param makers who created or edited its content: none of them accepts it (rule D-1)
 */
public record Commitment(
        CommitmentId id,
        ProgrammeId programme,
        FundId fund,
        InvestorId investor,
        CommitmentState state,
        Money amount,
        LocalDate dated,
        DatePrecision precision,
        Drawn drawn,
        Optional<Evidence> evidence,
        Optional<Opening> opening,
        Optional<LocalDate> closingDate,
        Optional<ClosingId> closing,
        Optional<String> reason,
        Optional<ForeignIdentity> foreign,
        Transfers transfers,
        Set<Maker> makers,
        Version version) {

    /** Whose holders may read a commitment within their scope. */
    public static final Set<Role> READERS = Set.of(Role.FUND_MANAGER, Role.APPROVER, Role.AUDITOR, Role.INVESTOR);

    public Commitment {
        makers = Set.copyOf(makers);
    }

    public Scope scope() {
        return Scope.of(programme.value(), fund.value(), investor.value());
    }

    /** Whether it is a position that waits to be taken on. */
    public boolean isToBeTakenOn() {
        return state == CommitmentState.DRAFT && opening.isPresent();
    }

    /** None of its makers accepts it (rule D-1). */
    public FourEyes fourEyes() {
        return new FourEyes(makers, contentHash(), Optional.empty());
    }

    /** The steps that its state admits, in the order of {@link Step}. */
    public List<Step> allowed() {
        return Arrays.stream(Step.values()).filter(this::allows).toList();
    }

    /** Whether its state admits the step (domain §2.1). */
    public boolean allows(Step step) {
        return switch (step) {
            case EDIT, SUBMIT -> state == CommitmentState.DRAFT && opening.isEmpty();
            case RETURN, ACCEPT -> state == CommitmentState.SUBMITTED;
            case APPROVE_TAKE_ON -> isToBeTakenOn();
            case CANCEL ->
                state == CommitmentState.DRAFT
                        || state == CommitmentState.SUBMITTED
                        || state == CommitmentState.ACCEPTED;
            case AMEND, TRANSFER -> state == CommitmentState.CLOSED;
        };
    }

    /** What can still be called: zero unless it is closed. */
    public Money uncalled() {
        return state == CommitmentState.CLOSED ? drawn.uncalledOf(amount) : Money.zero(amount.currency());
    }

    /** What is still owed in total: uncalled, and called but unpaid. */
    public Money unfunded() {
        return state == CommitmentState.CLOSED ? uncalled().plus(drawn.calledUnpaid()) : Money.zero(amount.currency());
    }

    /** What of its money had moved elsewhere, before it was taken on; nothing where it was not. */
    public Drawn drawnBefore() {
        return opening.map(Opening::drawn).orElseGet(() -> Drawn.nothing(amount.currency()));
    }

    /** After something was called of it or paid, or that was taken back. */
    public Commitment drawn(Drawn now, LocalDate effective, Instant recordedAt) {
        return new Commitment(
                id,
                programme,
                fund,
                investor,
                state,
                amount,
                dated,
                precision,
                now,
                evidence,
                opening,
                closingDate,
                closing,
                reason,
                foreign,
                transfers,
                makers,
                version.next(effective, recordedAt));
    }

    /** What an acceptance binds (rule D-6): the parties, the money, the evidence, the opening position. */
    public ContentHash contentHash() {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("fundId", fund.toString());
        members.put("investorId", investor.toString());
        members.put("amount", amount.toString());
        members.put("effectiveDate", dated.toString());
        members.put("effectiveDatePrecision", precision.name());
        members.put(
                "signatory",
                evidence.flatMap(Evidence::signatory).map(Signatory::digest).orElse(null));
        members.put(
                "documents",
                evidence.map(Evidence::documents).orElse(List.of()).stream()
                        .map(document -> Map.of("name", document.name(), "sha256", document.sha256()))
                        .toList());
        members.put("source", evidence.flatMap(Evidence::source).orElse(null));
        members.put("opening", opening.map(Opening::members).orElse(null));
        return ContentHash.of(CanonicalJson.of(members));
    }
}
