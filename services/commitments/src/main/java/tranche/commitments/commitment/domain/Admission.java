package tranche.commitments.commitment.domain;

import static tranche.commitments.commitment.domain.CommitmentRefusal.FUND_CAP_EXCEEDED;
import static tranche.commitments.commitment.domain.CommitmentRefusal.KYC_NOT_CLEARED;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.investor.domain.Investor;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.investor.domain.Kyc;
import tranche.values.decision.Decision;
import tranche.values.money.Money;

/**
 * What a fund asks before somebody owes it more than before: by an acceptance, an increase, or the commitment of another that
 * goes over (domain §2.1).
 */
record Admission(FundBook book, Instant now) {

    /** Where the fund's terms ask for it, the investor is cleared today. */
    <E> Optional<Decision<E>> notCleared(InvestorId id) {
        Fund fund = book.fund().orElseThrow();
        Optional<Investor> investor = Optional.ofNullable(book.investors().get(id));
        LocalDate today = fund.today(now);
        if (!fund.terms().requireKyc()
                || investor.filter(party -> party.isClearedOn(today)).isPresent()) {
            return Optional.empty();
        }
        String status = investor.flatMap(Investor::kyc)
                .map(kyc -> kyc.status() == Kyc.Status.CLEARED
                        ? Kyc.Status.LAPSED.name()
                        : kyc.status().name())
                .orElse("NONE");
        return Optional.of(refused(KYC_NOT_CLEARED, Map.of("kyc", status)));
    }

    /** @param further what comes on top of all that counts towards the cap */
    <E> Optional<Decision<E>> capExceeded(Money further) {
        Optional<Money> room = book.fund()
                .orElseThrow()
                .cap()
                .map(cap -> cap.minus(book.total().towardsCap()));
        return room.filter(left -> further.compareTo(left) > 0)
                .map(left -> refused(FUND_CAP_EXCEEDED, Map.of("amount", further.toString(), "room", left.toString())));
    }
}
