package tranche.commitments.fund.domain;

import static tranche.commitments.fund.domain.FundRefusal.AMOUNT_NOT_POSITIVE;
import static tranche.commitments.fund.domain.FundRefusal.AMOUNT_NOT_WHOLE;
import static tranche.commitments.fund.domain.FundRefusal.CURRENCY_NOT_THE_FUNDS;
import static tranche.commitments.fund.domain.FundRefusal.EFFECTIVE_DATE_AHEAD;
import static tranche.commitments.fund.domain.FundRefusal.EFFECTIVE_DATE_BEFORE_LAST;
import static tranche.commitments.fund.domain.FundRefusal.EXTERNAL_REFERENCE_CONFLICT;
import static tranche.commitments.fund.domain.FundRefusal.FORBIDDEN;
import static tranche.commitments.fund.domain.FundRefusal.UNKNOWN_REFERENCE;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import tranche.commitments.fund.domain.FundCommand.ChangeTerms;
import tranche.commitments.fund.domain.FundCommand.Create;
import tranche.commitments.fund.domain.FundCommand.StopSubscriptions;
import tranche.commitments.fund.domain.FundEvent.ClosedToNew;
import tranche.commitments.fund.domain.FundEvent.Created;
import tranche.commitments.fund.domain.FundEvent.TermsChanged;
import tranche.commitments.programme.domain.Programme;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;
import tranche.values.money.Money;
import tranche.values.proposal.Proposal;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Known;
import tranche.values.register.Version;

/**
 * All that a decision about one fund needs: the fund and what its commitments come to, the programmes that the commands
 * name, and which funds are known under the foreign identities that they name.
 *
 * @param fund empty until it is created
 * @param committed what counts towards the cap, accepted and closed; there wherever the fund is
 */
public record FundFile(
        Optional<Fund> fund,
        Optional<Money> committed,
        Map<ProgrammeId, Programme> programmes,
        Map<ForeignIdentity, Known<Fund>> known) {

    public static final FundFile EMPTY = new FundFile(Optional.empty(), Optional.empty(), Map.of(), Map.of());

    public FundFile {
        programmes = Map.copyOf(programmes);
        known = Map.copyOf(known);
    }

    public Decision<FundEvent> decide(FundCommand command, Instant now) {
        return switch (command) {
            case Create create -> create(create, now);
            case ChangeTerms change -> new TermsDecisions(this, now).change(change);
            case StopSubscriptions stop -> stopSubscriptions(stop, now);
        };
    }

    /** What is put to a second person, if it may be. */
    public Decision<Proposal> propose(ProposeTerms propose, Instant now) {
        return new TermsDecisions(this, now).propose(propose);
    }

    private Decision<FundEvent> create(Create create, Instant now) {
        var content = create.content();
        Optional<Programme> programme = Optional.ofNullable(programmes.get(create.programme()))
                .filter(found -> create.by().access().holds(Programme.READERS, found.scope()));
        Optional<Known<Fund>> same = create.foreign().map(known::get);
        if (!manages(create, programme)) {
            return refused(FORBIDDEN);
        }
        if (same.isPresent()) {
            boolean seen =
                    create.by().access().holds(Fund.READERS, same.get().object().scope());
            return seen && isSame(same.get(), create)
                    ? accepted()
                    : refused(EXTERNAL_REFERENCE_CONFLICT, same.get().conflict(seen));
        }
        // Without its programme and a zone of its own the fund has no day of which another could be ahead.
        Optional<ZoneId> zone =
                content.zone().or(() -> programme.map(found -> found.content().zone()));
        Optional<LocalDate> today = zone.map(place -> LocalDate.ofInstant(now, place));
        boolean ahead = today.flatMap(day -> create.effectiveDate().filter(day::isBefore))
                .isPresent();
        if (ahead) {
            return refused(
                    EFFECTIVE_DATE_AHEAD, Map.of("today", today.orElseThrow().toString()));
        }
        if (programme.isEmpty()) {
            return refused(UNKNOWN_REFERENCE, Map.of("field", "programmeId"));
        }
        if (content.cap().filter(cap -> !cap.isPositive()).isPresent()) {
            return refused(AMOUNT_NOT_POSITIVE);
        }
        if (!content.cap().map(Money::isWholeMinorUnits).orElse(true)) {
            return refused(AMOUNT_NOT_WHOLE);
        }
        if (content.cap()
                .filter(cap -> !cap.currency().equals(content.baseCurrency()))
                .isPresent()) {
            return refused(
                    CURRENCY_NOT_THE_FUNDS,
                    Map.of("currency", content.baseCurrency().code()));
        }
        return accepted(new Created(
                create.id(),
                create.programme(),
                content,
                zone.orElseThrow(),
                create.foreign(),
                create.effectiveDate().or(() -> today).orElseThrow(),
                create.by().asMaker()));
    }

    /** Of a programme that is not there for the caller another rule tells. */
    private static boolean manages(Create create, Optional<Programme> programme) {
        var access = create.by().access();
        return programme
                .map(found -> Scope.ofFund(found.id().value(), create.id().value()))
                .map(scope -> access.holds(Role.FUND_MANAGER, scope))
                .orElseGet(() -> access.holdsAnywhere(Role.FUND_MANAGER));
    }

    private static boolean isSame(Known<Fund> existing, Create create) {
        return existing.payload().equals(create.content().hash())
                && existing.object().programme().equals(create.programme());
    }

    private Decision<FundEvent> stopSubscriptions(StopSubscriptions stop, Instant now) {
        var closed = FundGate.ofStopping(fund, stop.by(), stop.ifMatch());
        if (closed.isPresent()) {
            return closed.get();
        }
        Fund open = fund.orElseThrow();
        LocalDate today = open.today(now);
        LocalDate effective = open.version().dateOfNext(stop.effectiveDate(), today);
        if (open.version().isAfter(effective)) {
            return refused(
                    EFFECTIVE_DATE_BEFORE_LAST,
                    Map.of("last", open.version().effectiveDate().toString()));
        }
        if (effective.isAfter(today)) {
            return refused(EFFECTIVE_DATE_AHEAD, Map.of("today", today.toString()));
        }
        return accepted(new ClosedToNew(open.id(), effective));
    }

    public FundFile apply(FundEvent event, Instant recordedAt) {
        Fund after = switch (event) {
            case Created created ->
                new Fund(
                        created.id(),
                        created.programme(),
                        created.content(),
                        created.zone(),
                        FundState.OPEN,
                        created.foreign(),
                        created.by(),
                        Version.first(created.effectiveDate(), recordedAt));
            case TermsChanged changed -> {
                Fund before = fund.orElseThrow();
                yield next(before, changed, recordedAt, changed.content(), before.state());
            }
            case ClosedToNew closed -> {
                Fund open = fund.orElseThrow();
                yield next(open, closed, recordedAt, open.content(), FundState.CLOSED_TO_NEW);
            }
        };
        Money none = Money.zero(after.currency());
        return new FundFile(Optional.of(after), committed.or(() -> Optional.of(none)), programmes, known);
    }

    private static Fund next(Fund before, FundEvent event, Instant recordedAt, FundContent content, FundState state) {
        return new Fund(
                before.id(),
                before.programme(),
                content,
                before.zone(),
                state,
                before.foreign(),
                before.maker(),
                before.version().next(event.effectiveDate(), recordedAt));
    }
}
