package tranche.commitments.investor.domain;

import static tranche.commitments.investor.domain.InvestorRefusal.EFFECTIVE_DATE_AHEAD;
import static tranche.commitments.investor.domain.InvestorRefusal.EFFECTIVE_DATE_BEFORE_LAST;
import static tranche.commitments.investor.domain.InvestorRefusal.EXTERNAL_REFERENCE_CONFLICT;
import static tranche.commitments.investor.domain.InvestorRefusal.FORBIDDEN;
import static tranche.commitments.investor.domain.InvestorRefusal.INVALID_STATE;
import static tranche.commitments.investor.domain.InvestorRefusal.NOT_FOUND;
import static tranche.commitments.investor.domain.InvestorRefusal.VERSION_CONFLICT;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import tranche.commitments.investor.domain.InvestorCommand.Change;
import tranche.commitments.investor.domain.InvestorCommand.RecordKyc;
import tranche.commitments.investor.domain.InvestorCommand.Register;
import tranche.commitments.investor.domain.InvestorCommand.Suspend;
import tranche.commitments.investor.domain.InvestorEvent.Changed;
import tranche.commitments.investor.domain.InvestorEvent.KycRecorded;
import tranche.commitments.investor.domain.InvestorEvent.Registered;
import tranche.commitments.investor.domain.InvestorEvent.Suspended;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.decision.Decision;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Known;
import tranche.values.register.Version;

/**
 * All that a decision about one investor needs: the investor, and which investors are known under the foreign identities
 * that the commands name, each with what says who sees it.
 *
 * <p>An investor belongs to no fund: whoever manages any fund may register one, and only a manager whose grant reaches
 * the investor itself may change what all its funds rely on.
 *
 * @param investor empty until it is registered
 */
public record InvestorFile(
        Optional<Investor> investor, Map<ForeignIdentity, Known<Investor>> known, Holdings holdings) {

    public static final InvestorFile EMPTY = new InvestorFile(Optional.empty(), Map.of(), Holdings.NONE);

    public InvestorFile {
        known = Map.copyOf(known);
    }

    public Decision<InvestorEvent> decide(InvestorCommand command, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return switch (command) {
            case Register register -> register(register, today);
            case Change change -> change(change, today);
            case RecordKyc record -> recordKyc(record, today);
            case Suspend suspend -> suspend(suspend, today);
        };
    }

    private Decision<InvestorEvent> register(Register register, LocalDate today) {
        LocalDate effective = register.effectiveDate().orElse(today);
        Optional<Known<Investor>> same = register.foreign().map(known::get);
        if (!register.by().access().holdsAnywhere(Role.FUND_MANAGER)) {
            return refused(FORBIDDEN);
        }
        if (same.isPresent()) {
            boolean seen = holdings.show(same.get().object(), register.by());
            return seen && same.get().payload().equals(register.content().hash())
                    ? accepted()
                    : refused(EXTERNAL_REFERENCE_CONFLICT, same.get().conflict(seen));
        }
        if (effective.isAfter(today)) {
            return refused(EFFECTIVE_DATE_AHEAD, Map.of("today", today.toString()));
        }
        return accepted(new Registered(
                register.id(),
                register.content(),
                register.foreign(),
                effective,
                register.by().asMaker()));
    }

    private Decision<InvestorEvent> change(Change change, LocalDate today) {
        Optional<Decision<InvestorEvent>> refusal = refusal(change, change.ifMatch(), true, today);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Investor before = investor.orElseThrow();
        InvestorContent content = change.changes().appliedTo(before.content());
        if (content.equals(before.content())) {
            return accepted();
        }
        return accepted(new Changed(change.id(), content, before.version().dateOfNext(change.effectiveDate(), today)));
    }

    private Decision<InvestorEvent> recordKyc(RecordKyc record, LocalDate today) {
        return refusal(record, record.ifMatch(), true, today)
                .orElseGet(() -> accepted(new KycRecorded(
                        record.id(),
                        record.kyc(),
                        investor.orElseThrow().version().dateOfNext(record.effectiveDate(), today))));
    }

    private Decision<InvestorEvent> suspend(Suspend suspend, LocalDate today) {
        boolean active = investor.map(Investor::isActive).orElse(true);
        return refusal(suspend, suspend.ifMatch(), active, today)
                .orElseGet(() -> accepted(new Suspended(
                        suspend.id(),
                        suspend.reason(),
                        investor.orElseThrow().version().dateOfNext(suspend.effectiveDate(), today))));
    }

    /**
     * What a command on an existing investor is refused for before its content is looked at.
     *
     * @param seen the investor, where the caller sees it
     * @param stateAllows whether the command is one that the investor's state admits
     */
    public static Optional<Decision<InvestorEvent>> gate(
            Optional<Investor> seen, Predicate<Investor> stateAllows, Actor by, OptionalLong ifMatch) {
        if (seen.isEmpty()) {
            return Optional.of(refused(NOT_FOUND));
        }
        Investor investor = seen.get();
        if (!by.access().holds(Role.FUND_MANAGER, investor.scope())) {
            return Optional.of(refused(FORBIDDEN));
        }
        if (investor.version().conflictsWith(ifMatch)) {
            return Optional.of(refused(
                    VERSION_CONFLICT, Map.of("version", investor.version().number())));
        }
        return stateAllows.test(investor)
                ? Optional.empty()
                : Optional.of(refused(
                        INVALID_STATE, Map.of("state", investor.state().name(), "allowed", List.of("change", "kyc"))));
    }

    /** What every command on an existing investor is refused for. */
    private Optional<Decision<InvestorEvent>> refusal(
            InvestorCommand command, OptionalLong ifMatch, boolean stateAllows, LocalDate today) {
        Optional<Investor> seen = investor.filter(found -> holdings.show(found, command.by()));
        Optional<Decision<InvestorEvent>> closed = gate(seen, _ -> stateAllows, command.by(), ifMatch);
        if (closed.isPresent()) {
            return closed;
        }
        Version version = investor.orElseThrow().version();
        LocalDate effective = version.dateOfNext(command.effectiveDate(), today);
        if (version.isAfter(effective)) {
            return Optional.of(refused(
                    EFFECTIVE_DATE_BEFORE_LAST,
                    Map.of("last", version.effectiveDate().toString())));
        }
        if (effective.isAfter(today)) {
            return Optional.of(refused(EFFECTIVE_DATE_AHEAD, Map.of("today", today.toString())));
        }
        return Optional.empty();
    }

    public InvestorFile apply(InvestorEvent event, Instant recordedAt) {
        Investor after = switch (event) {
            case Registered registered ->
                new Investor(
                        registered.id(),
                        registered.content(),
                        InvestorState.ACTIVE,
                        Optional.empty(),
                        registered.foreign(),
                        registered.by(),
                        Version.first(registered.effectiveDate(), recordedAt));
            case Changed changed -> {
                Investor before = investor.orElseThrow();
                yield next(before, changed, recordedAt, changed.content(), before.state(), before.kyc());
            }
            case KycRecorded checked -> {
                Investor before = investor.orElseThrow();
                yield next(before, checked, recordedAt, before.content(), before.state(), Optional.of(checked.kyc()));
            }
            case Suspended suspended -> {
                Investor before = investor.orElseThrow();
                yield next(before, suspended, recordedAt, before.content(), InvestorState.SUSPENDED, before.kyc());
            }
        };
        return new InvestorFile(Optional.of(after), known, holdings);
    }

    private static Investor next(
            Investor before,
            InvestorEvent event,
            Instant recordedAt,
            InvestorContent content,
            InvestorState state,
            Optional<Kyc> kyc) {
        return new Investor(
                before.id(),
                content,
                state,
                kyc,
                before.foreign(),
                before.maker(),
                before.version().next(event.effectiveDate(), recordedAt));
    }
}
