package tranche.commitments.programme.domain;

import static tranche.commitments.programme.domain.ProgrammeRefusal.AMOUNT_NOT_POSITIVE;
import static tranche.commitments.programme.domain.ProgrammeRefusal.AMOUNT_NOT_WHOLE;
import static tranche.commitments.programme.domain.ProgrammeRefusal.CURRENCY_NOT_THE_PROGRAMMES;
import static tranche.commitments.programme.domain.ProgrammeRefusal.EFFECTIVE_DATE_AHEAD;
import static tranche.commitments.programme.domain.ProgrammeRefusal.EXTERNAL_REFERENCE_CONFLICT;
import static tranche.commitments.programme.domain.ProgrammeRefusal.FORBIDDEN;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.commitments.programme.domain.ProgrammeCommand.Create;
import tranche.commitments.programme.domain.ProgrammeCommand.MeasureRaise;
import tranche.commitments.programme.domain.ProgrammeEvent.Created;
import tranche.commitments.programme.domain.ProgrammeEvent.ThresholdPassed;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;
import tranche.values.money.Money;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Known;
import tranche.values.register.Version;

/**
 * All that a decision about one programme needs: the programme, which programmes are known under the foreign identities that
 * the commands name, and what is committed.
 *
 * @param programme empty until it is created
 * @param known by foreign identity; those that are not there name nothing yet
 * @param committed to its funds of the headline currency: nothing is converted (rule D-14); empty where no command asks for it
 */
public record ProgrammeFile(
        Optional<Programme> programme, Map<ForeignIdentity, Known<Programme>> known, Optional<Money> committed) {

    public static final ProgrammeFile EMPTY = new ProgrammeFile(Optional.empty(), Map.of(), Optional.empty());

    public ProgrammeFile {
        known = Map.copyOf(known);
    }

    public Decision<ProgrammeEvent> decide(ProgrammeCommand command, Instant now) {
        return switch (command) {
            case Create create -> create(create, now);
            case MeasureRaise _ -> programme.map(known -> measure(known, now)).orElseGet(Decision::accepted);
        };
    }

    private Decision<ProgrammeEvent> create(Create create, Instant now) {
        var content = create.content();
        LocalDate today = LocalDate.ofInstant(now, content.zone());
        LocalDate effective = create.effectiveDate().orElse(today);
        Optional<Known<Programme>> same = create.foreign().map(known::get);
        if (!create.by()
                .access()
                .holds(Role.FUND_MANAGER, Scope.ofProgramme(create.id().value()))) {
            return refused(FORBIDDEN);
        }
        if (same.isPresent()) {
            return same.get().payload().equals(content.hash())
                    ? accepted()
                    // Whoever may create a programme sees all of them.
                    : refused(EXTERNAL_REFERENCE_CONFLICT, same.get().conflict(true));
        }
        if (effective.isAfter(today)) {
            return refused(EFFECTIVE_DATE_AHEAD, Map.of("today", today.toString()));
        }
        if (content.target().filter(target -> !target.isPositive()).isPresent()) {
            return refused(AMOUNT_NOT_POSITIVE);
        }
        if (!content.target().map(Money::isWholeMinorUnits).orElse(true)) {
            return refused(AMOUNT_NOT_WHOLE);
        }
        if (content.target()
                .filter(target -> !target.currency().equals(content.headlineCurrency()))
                .isPresent()) {
            return refused(
                    CURRENCY_NOT_THE_PROGRAMMES,
                    Map.of("currency", content.headlineCurrency().code()));
        }
        return accepted(new Created(
                create.id(), content, create.foreign(), effective, create.by().asMaker()));
    }

    /** A programme without a target passes no share of it. */
    private Decision<ProgrammeEvent> measure(Programme measured, Instant now) {
        Optional<Money> target = measured.content().target();
        if (target.isEmpty() || committed.isEmpty()) {
            return accepted();
        }
        LocalDate today = measured.version()
                .dateOfNext(
                        Optional.empty(),
                        LocalDate.ofInstant(now, measured.content().zone()));
        List<ProgrammeEvent> passed = new ArrayList<>();
        for (RaiseThreshold threshold : RaiseThreshold.passed(committed.get(), target.get(), measured.told())) {
            passed.add(new ThresholdPassed(measured.id(), threshold, committed.get(), target.get(), today));
        }
        return accepted(passed);
    }

    public ProgrammeFile apply(ProgrammeEvent event, Instant recordedAt) {
        return switch (event) {
            case Created created ->
                new ProgrammeFile(
                        Optional.of(new Programme(
                                created.id(),
                                created.content(),
                                created.foreign(),
                                created.by(),
                                Optional.empty(),
                                Version.first(created.effectiveDate(), recordedAt))),
                        known,
                        committed);
            case ThresholdPassed passed ->
                new ProgrammeFile(
                        programme.map(before -> new Programme(
                                before.id(),
                                before.content(),
                                before.foreign(),
                                before.maker(),
                                Optional.of(passed.threshold()),
                                before.version().next(passed.effectiveDate(), recordedAt))),
                        known,
                        committed);
        };
    }
}
