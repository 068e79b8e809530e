package tranche.commitments.drawdown.domain;

import static tranche.commitments.drawdown.domain.TrancheRefusal.AMOUNT_NOT_POSITIVE;
import static tranche.commitments.drawdown.domain.TrancheRefusal.AMOUNT_NOT_WHOLE;
import static tranche.commitments.drawdown.domain.TrancheRefusal.CURRENCY_NOT_THE_FUNDS;
import static tranche.commitments.drawdown.domain.TrancheRefusal.EXTERNAL_REFERENCE_CONFLICT;
import static tranche.commitments.drawdown.domain.TrancheRefusal.FORBIDDEN;
import static tranche.commitments.drawdown.domain.TrancheRefusal.UNKNOWN_REFERENCE;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tranche.commitments.drawdown.domain.TrancheCommand.Draft;
import tranche.commitments.drawdown.domain.TrancheEvent.Drafted;
import tranche.commitments.fund.domain.Fund;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Role;
import tranche.values.decision.Decision;
import tranche.values.money.Currency;
import tranche.values.money.Money;
import tranche.values.register.CanonicalJson;

/** How a tranche comes to be drafted (domain §2.6). */
record TrancheDrafting(Tranches tranches, Instant now) {

    Decision<TrancheEvent> draft(Draft draft) {
        Optional<Fund> seen = tranches.fund().filter(fund -> draft.by().access().holds(Fund.READERS, fund.scope()));
        ContentHash payload = payload(draft);
        var answer = forbidden(draft, seen).or(() -> knownAlready(draft, payload));
        if (answer.isPresent()) {
            return answer.get();
        }
        if (seen.isEmpty()) {
            return refused(UNKNOWN_REFERENCE, Map.of("field", "fundId"));
        }
        Fund fund = seen.get();
        LocalDate today = fund.today(now);
        var named = new NamedConditions(fund.programme(), draft.id(), tranches.facts());
        return TrancheGate.<TrancheEvent>ahead(draft.effectiveDate(), today)
                .or(() -> named.gone(draft.conditions()))
                .or(() -> unknown(draft, named))
                .or(() -> wrongAmount(draft.amount(), fund.currency()))
                .orElseGet(() -> accepted(
                        drafted(draft, fund, payload, draft.effectiveDate().orElse(today))));
    }

    private static Drafted drafted(Draft draft, Fund fund, ContentHash payload, LocalDate effective) {
        return new Drafted(
                draft.id(),
                fund.programme(),
                fund.id(),
                draft.project(),
                draft.name(),
                draft.amount(),
                new ConditionVersion(1, draft.conditions(), effective),
                draft.foreign(),
                payload,
                effective,
                draft.by().asMaker());
    }

    /** Of a fund that is not there for the caller the next rules tell. */
    private static Optional<Decision<TrancheEvent>> forbidden(Draft draft, Optional<Fund> seen) {
        boolean manages = seen.map(fund -> draft.by().access().holds(Role.FUND_MANAGER, fund.scope()))
                .orElseGet(() -> draft.by().access().holdsAnywhere(Role.FUND_MANAGER));
        return manages ? Optional.empty() : Optional.of(refused(FORBIDDEN));
    }

    /** The same request again asks for what is already so; another one under the same name is refused. */
    private Optional<Decision<TrancheEvent>> knownAlready(Draft draft, ContentHash payload) {
        return draft.foreign().map(tranches.known()::get).map(known -> {
            boolean seen = draft.by().access().holds(Tranche.READERS, known.object());
            return seen && known.payload().equals(payload)
                    ? accepted()
                    : refused(EXTERNAL_REFERENCE_CONFLICT, known.conflict(seen));
        });
    }

    private Optional<Decision<TrancheEvent>> unknown(Draft draft, NamedConditions named) {
        List<String> fields = new ArrayList<>();
        draft.project()
                .filter(project -> !tranches.facts().projects().contains(project))
                .ifPresent(_ -> fields.add("projectId"));
        fields.addAll(named.unknownFields(draft.conditions()));
        return fields.isEmpty() ? Optional.empty() : Optional.of(refused(UNKNOWN_REFERENCE, Map.of("fields", fields)));
    }

    private static Optional<Decision<TrancheEvent>> wrongAmount(Money amount, Currency currency) {
        if (!amount.currency().equals(currency)) {
            return Optional.of(refused(CURRENCY_NOT_THE_FUNDS, Map.of("currency", currency.code())));
        }
        if (!amount.isPositive()) {
            return Optional.of(refused(AMOUNT_NOT_POSITIVE));
        }
        return amount.isWholeMinorUnits() ? Optional.empty() : Optional.of(refused(AMOUNT_NOT_WHOLE));
    }

    private ContentHash payload(Draft draft) {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("fundId", tranches.fund().map(fund -> fund.id().toString()).orElse(null));
        members.put("projectId", draft.project().map(UUID::toString).orElse(null));
        members.put("name", draft.name());
        members.put("amount", draft.amount().toString());
        members.put(
                "conditions",
                draft.conditions().stream().map(Condition::members).toList());
        members.put(
                "effectiveDate", draft.effectiveDate().map(LocalDate::toString).orElse(null));
        return ContentHash.of(CanonicalJson.of(members));
    }
}
