package tranche.portal.drawdown.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tranche.portal.drawdown.domain.CallLine;
import tranche.portal.drawdown.domain.CallLine.Rounding;
import tranche.portal.drawdown.domain.CapitalCall;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;

/**
 * How each line was rounded to the minor unit (rule D-20), row by row, so that whoever bears it can reckon it again.
 *
 * @param lines those that the page shows
 * @param names of investors that the reader may know
 */
record CallRounding(CapitalCall call, List<CallLine> lines, Map<UUID, String> names) {

    /** None where the service does not tell how: an investor is not told what the others bear. */
    List<CallModel.Rounding> rows(Words words) {
        return lines.stream()
                .flatMap(line -> line.parts().stream()
                        .flatMap(part -> part.rounding().map(how -> row(line, part, how, words)).stream()))
                .toList();
    }

    private CallModel.Rounding row(CallLine line, CallLine.Part part, Rounding how, Words words) {
        Money down = Money.ofMinor(part.amount().currency(), how.quotient());
        BigDecimal left = new BigDecimal(how.remainder()).divide(new BigDecimal(how.weights()), MathContext.DECIMAL64);
        return new CallModel.Rounding(
                CallLines.name(line.investor(), names, words),
                words.say("call.component." + part.type().toLowerCase(Locale.ROOT)),
                CallLines.amount(down, words),
                words.money().fraction(left),
                words.say("call.rounding." + became(how)),
                CallLines.amount(part.amount(), words));
    }

    private static String became(Rounding how) {
        return how.capped() ? "capped" : how.unit() ? "unit" : "none";
    }
}
