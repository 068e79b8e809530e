package tranche.portal.drawdown.page;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.frame.page.Addresses;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.session.domain.Visitor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.money.Currency;

/** Asks the service for the funds that somebody manages: where there is something to draft or to record. */
@Singleton
public final class FundDesk {

    /** Nobody manages more at once; the API takes an id. */
    private static final int MOST = 500;

    private final CallDesk service;

    FundDesk(CallDesk service) {
        this.service = service;
    }

    /**
     * A fund.
     *
     * @param calendar by which its business days are counted
     * @param noticeBusinessDays that a call gives at least
     */
    public record Fund(
            UUID id,
            UUID programme,
            String name,
            Currency currency,
            String calendar,
            long noticeBusinessDays,
            ZoneId zone) {

        public Scope scope() {
            return Scope.ofFund(programme, id);
        }
    }

    /** Those that the visitor manages, by name. */
    public List<Fund> managed(Visitor visitor) {
        return service.get(visitor, Addresses.with("/funds", Map.of("limit", Integer.toString(MOST))))
                .map(answer -> answer.objects("items").stream()
                        .map(FundDesk::fund)
                        .filter(fund -> visitor.access().holds(Role.FUND_MANAGER, fund.scope()))
                        .sorted(Comparator.comparing(Fund::name, String.CASE_INSENSITIVE_ORDER)
                                .thenComparing(Fund::id))
                        .toList())
                .orElse(List.of());
    }

    /** One that the visitor manages; empty where it is none. */
    public Optional<Fund> one(Visitor visitor, UUID id) {
        return service.get(visitor, "/funds/" + id)
                .map(FundDesk::fund)
                .filter(fund -> visitor.access().holds(Role.FUND_MANAGER, fund.scope()));
    }

    private static Fund fund(Answered fund) {
        Answered terms = fund.object("terms");
        return new Fund(
                fund.id("id"),
                fund.id("programmeId"),
                fund.text("name"),
                new Currency(fund.text("baseCurrency")),
                fund.text("calendar"),
                terms.whole("noticeBusinessDays"),
                ZoneId.of(fund.text("zone")));
    }
}
