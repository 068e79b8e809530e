package tranche.commitments.fund.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tranche.values.money.Money;
import tranche.values.proposal.Content;
import tranche.values.proposal.ProposedCommand;

/**
 * What is to change in a fund's cap, calendar and terms; what is empty stays as it is.
 *
 * @param effectiveDate from which day it holds; the day of the approval where none is given
 * @param reason why, for whoever approves it and for the record
 */
public record TermsChange(
        Optional<NewCap> cap,
        Optional<FundCalendar> calendar,
        Optional<Integer> noticeBusinessDays,
        Optional<CallBasis> callBasis,
        Optional<Boolean> requireKyc,
        Optional<Boolean> requireTransferConsent,
        Optional<LocalDate> effectiveDate,
        Optional<String> reason) {

    /** Changes a fund's cap, calendar or terms. */
    public static final ProposedCommand COMMAND = new ProposedCommand("CHANGE_TERMS", "fund");

    /** The cap as it shall be; empty, the fund shall have none. */
    public record NewCap(Optional<Money> amount) {}

    /** The fund's content after the change. */
    public FundContent appliedTo(FundContent before) {
        Terms terms = before.terms();
        return new FundContent(
                before.name(),
                before.baseCurrency(),
                cap.isPresent() ? cap.get().amount() : before.cap(),
                calendar.orElse(before.calendar()),
                new Terms(
                        noticeBusinessDays.orElse(terms.noticeBusinessDays()),
                        callBasis.orElse(terms.callBasis()),
                        requireKyc.orElse(terms.requireKyc()),
                        requireTransferConsent.orElse(terms.requireTransferConsent())),
                before.zone(),
                before.unverified(),
                before.sourceNote());
    }

    /**
     * What there is to approve (rule D-6): all terms as they would be, and the version of the fund that they would follow,
     * so that whatever else changes the fund changes the hash.
     */
    public Content on(Fund fund) {
        FundContent after = appliedTo(fund.content());
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("fundVersion", fund.version().number());
        members.put("cap", after.cap().map(TermsChange::members).orElse(null));
        members.put("calendar", after.calendar().name());
        members.put(
                "terms",
                Map.of(
                        "noticeBusinessDays", after.terms().noticeBusinessDays(),
                        "callBasis", after.terms().callBasis().name(),
                        "requireKyc", after.terms().requireKyc(),
                        "requireTransferConsent", after.terms().requireTransferConsent()));
        members.put("effectiveDate", effectiveDate.map(LocalDate::toString).orElse(null));
        members.put("reason", reason.orElse(null));
        return Content.shown(members);
    }

    private static Map<String, String> members(Money money) {
        return Map.of("value", money.plain(), "currency", money.currency().code());
    }
}
