package tranche.commitments.drawdown.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tranche.commitments.investor.domain.InvestorId;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * What became of a receipt's money.
 *
 * @param matches what settles which lines, no line twice
 * @param held what is held for which investors, none of them twice
 * @param leaving what was held and is on its way back, until the bank says that it is gone
 * @param refunded what is gone
 */
public record Settlement(List<Match> matches, List<Held> held, List<Held> leaving, Money refunded) {

    public Settlement {
        matches = List.copyOf(matches);
        held = List.copyOf(held);
        leaving = List.copyOf(leaving);
    }

    static Settlement none(Currency currency) {
        return new Settlement(List.of(), List.of(), List.of(), Money.zero(currency));
    }

    /** All that is used of it: never more than came in (invariant I-5). */
    public Money used() {
        return Stream.of(
                        matches.stream().map(Match::amount),
                        held.stream().map(Held::amount),
                        leaving.stream().map(Held::amount),
                        Stream.of(refunded))
                .flatMap(amounts -> amounts)
                .reduce(Money.zero(refunded.currency()), Money::plus);
    }

    /** What is held, all together. */
    public Money heldInAll() {
        return sum(held);
    }

    Money leavingInAll() {
        return sum(leaving);
    }

    /** What is held or on its way back, by investor. */
    List<Held> owed() {
        List<Held> owed = held;
        for (Held one : leaving) {
            owed = more(owed, one.investor(), one.amount());
        }
        return owed;
    }

    Settlement matched(List<Match> settling) {
        return new Settlement(settling, held, leaving, refunded);
    }

    Settlement withMatch(Match further) {
        List<Match> all = new ArrayList<>();
        Match sum = further;
        for (Match match : matches) {
            if (match.line().equals(further.line())) {
                sum = new Match(further.call(), further.line(), match.amount().plus(further.amount()));
            } else {
                all.add(match);
            }
        }
        all.add(sum);
        return matched(all);
    }

    Settlement holding(InvestorId investor, Money amount) {
        return new Settlement(matches, more(held, investor, amount), leaving, refunded);
    }

    Settlement releasing(InvestorId investor, Money amount) {
        List<Held> left = held.stream()
                .map(one -> one.investor().equals(investor)
                        ? new Held(investor, one.amount().minus(amount))
                        : one)
                .filter(one -> one.amount().isPositive())
                .toList();
        return new Settlement(matches, left, leaving, refunded);
    }

    Settlement sendingBack() {
        return new Settlement(matches, List.of(), held, refunded);
    }

    Settlement gone(Money amount) {
        return new Settlement(matches, held, List.of(), refunded.plus(amount));
    }

    private static List<Held> more(List<Held> held, InvestorId investor, Money amount) {
        List<Held> all = new ArrayList<>();
        Money sum = amount;
        for (Held one : held) {
            if (one.investor().equals(investor)) {
                sum = sum.plus(one.amount());
            } else {
                all.add(one);
            }
        }
        all.add(new Held(investor, sum));
        return all;
    }

    private Money sum(List<Held> parts) {
        return parts.stream().map(Held::amount).reduce(Money.zero(refunded.currency()), Money::plus);
    }
}
