package tranche.commitments.drawdown.domain;

import static tranche.commitments.drawdown.domain.DrawdownRefusal.INSUFFICIENT_UNCALLED;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.NOTICE_TOO_SHORT;
import static tranche.commitments.drawdown.domain.DrawdownRefusal.RELEASE_NOT_WHOLE;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.commitments.fund.domain.Fund;
import tranche.values.decision.Decision;

/**
 * What a step on a call asks of the call itself, once it is somebody's to take (domain §2.2). What refuses the step is what is
 * shown of it before: there is no second reading of a rule.
 */
enum CallGuard {
    /** The conditions of the tranche that drafted it still are met, also before it was told that they are not. */
    CONDITIONS {
        @Override
        <E> Optional<Decision<E>> refusal(CapitalCall call, Drawdowns state, Instant now) {
            return state.tranches().fallenBack(call.id().value(), now)
                    ? Optional.of(refused(TrancheRefusal.CONDITIONS_NOT_MET))
                    : Optional.empty();
        }
    },
    /** What its tranche releases is called whole, also of a draft that was edited before this was asked. */
    WHOLE {
        @Override
        <E> Optional<Decision<E>> refusal(CapitalCall call, Drawdowns state, Instant now) {
            return notWhole(call.release(), call.content(), state);
        }
    },
    /** The investors have the notice that the fund's terms give them. */
    NOTICE {
        @Override
        <E> Optional<Decision<E>> refusal(CapitalCall call, Drawdowns state, Instant now) {
            LocalDate earliest = earliestDue(state, now);
            return call.content().dueDate().isBefore(earliest)
                    ? Optional.of(refused(NOTICE_TOO_SHORT, Map.of("earliest", earliest.toString())))
                    : Optional.empty();
        }
    },
    /** What was enough when the call was drafted may have been called by another since. */
    UNCALLED {
        @Override
        <E> Optional<Decision<E>> refusal(CapitalCall call, Drawdowns state, Instant now) {
            return beyondUncalled(call, state).isEmpty()
                    ? Optional.empty()
                    : Optional.of(refused(INSUFFICIENT_UNCALLED));
        }
    };

    /** Empty where the guard is kept. */
    abstract <E> Optional<Decision<E>> refusal(CapitalCall call, Drawdowns state, Instant now);

    /** Those that a step asks, in the order in which they are told. */
    static List<CallGuard> of(CallStep step) {
        return switch (step) {
            case APPROVE -> List.of(CONDITIONS, WHOLE);
            case ISSUE -> List.of(CONDITIONS, WHOLE, NOTICE, UNCALLED);
            case EDIT, RETURN, REOPEN, CANCEL, REVERSE -> List.of();
        };
    }

    /** The first that a step is refused for. */
    static <E> Optional<Decision<E>> refusal(CallStep step, CapitalCall call, Drawdowns state, Instant now) {
        return of(step).stream()
                .flatMap(guard -> guard.<E>refusal(call, state, now).stream())
                .findFirst();
    }

    /**
     * A release is whole (rule D-43): the investment that a tranche's call asks for is the tranche's amount, neither less nor
     * more, whatever fees and expenses stand beside it. Empty where so, or where no tranche drafted it.
     */
    static <E> Optional<Decision<E>> notWhole(Optional<Release> release, CallContent content, Drawdowns state) {
        return release.flatMap(from -> state.tranches().tranches().get(from.tranche()))
                .map(Tranche::amount)
                .filter(amount -> !content.investment().equals(amount))
                .map(amount -> refused(RELEASE_NOT_WHOLE, Map.of("tranche", amount.toString())));
    }

    /** The first day on which a call that is issued now may fall due: the notice of the fund's terms, in business days. */
    static LocalDate earliestDue(Drawdowns state, Instant now) {
        Fund fund = state.fund().orElseThrow();
        LocalDate today = fund.today(now);
        int notice = fund.terms().noticeBusinessDays();
        return notice == 0 ? today : fund.content().calendar().businessDays().add(today, notice);
    }

    /** The lines that ask for more than can still be called. */
    static List<CallLine> beyondUncalled(CapitalCall call, Drawdowns state) {
        return state.linesOf(call.id()).stream()
                .filter(line -> state.commitments()
                        .get(line.commitment())
                        .filter(commitment -> line.amount().compareTo(commitment.uncalled()) <= 0)
                        .isEmpty())
                .toList();
    }
}
