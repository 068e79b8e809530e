package tranche.portal.drawdown.page;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import tranche.portal.drawdown.domain.CallChanges;
import tranche.portal.drawdown.domain.CallChanges.Changed;
import tranche.portal.drawdown.domain.CallCheck;
import tranche.portal.drawdown.domain.CallLine;
import tranche.portal.drawdown.domain.CallState;
import tranche.portal.drawdown.domain.CapitalCall;
import tranche.portal.drawdown.domain.PayingAccount;
import tranche.portal.frontdoor.domain.Answered;

/** A call and what became of it, read from the answers of the service that owns it. */
final class CallAnswer {

    private static final List<String> COUNTS =
            List.of("milestones", "verified", "waived", "evidence", "lines", "beyond", "businessDays");

    private CallAnswer() {}

    static CapitalCall call(Answered answer) {
        return new CapitalCall(
                answer.id("id"),
                answer.id("programmeId"),
                answer.id("fundId"),
                answer.text("reference"),
                answer.idIfAny("trancheId"),
                answer.object("cause").texts("milestoneIds").stream()
                        .map(UUID::fromString)
                        .toList(),
                CallState.valueOf(answer.text("state")),
                answer.texts("allowed"),
                answer.money("total"),
                answer.money("paid"),
                answer.day("dueDate"),
                answer.objects("components").stream()
                        .map(part -> new CapitalCall.Component(part.text("type"), part.money("amount")))
                        .toList(),
                answer.text("purpose"),
                answer.wholeIfAny("lineCount"),
                answer.objects("lines").stream().map(CallAnswer::line).toList(),
                answer.textIfAny("reason"),
                answer.objects("checks").stream().map(CallAnswer::check).toList(),
                answer.objectIfAny("payment").map(CallAnswer::account),
                answer.text("contentHash"),
                answer.instant("recordedAt"),
                answer.whole("version"));
    }

    private static CallLine line(Answered line) {
        return new CallLine(
                line.id("id"),
                line.id("commitmentId"),
                line.id("investorId"),
                line.money("amount"),
                line.money("paid"),
                line.money("open"),
                CallState.valueOf(line.text("state")),
                line.text("reference"),
                line.objects("components").stream()
                        .map(part -> new CallLine.Part(
                                part.text("type"),
                                part.money("amount"),
                                part.objectIfAny("reckoning").map(CallAnswer::rounding)))
                        .toList());
    }

    private static CallLine.Rounding rounding(Answered how) {
        return new CallLine.Rounding(
                new BigInteger(how.text("quotient")),
                new BigInteger(how.text("remainder")),
                new BigInteger(how.text("weights")),
                how.is("unit"),
                how.is("capped"));
    }

    private static CallCheck check(Answered check) {
        Map<String, Long> counts = new LinkedHashMap<>();
        COUNTS.forEach(name -> check.wholeIfAny(name).ifPresent(count -> counts.put(name, count)));
        return new CallCheck(
                CallCheck.Code.valueOf(check.text("code")),
                CallCheck.Outcome.valueOf(check.text("outcome")),
                counts,
                check.moneyIfAny("tranche"),
                check.dayIfAny("earliest"),
                Set.copyOf(check.texts("because")));
    }

    private static PayingAccount account(Answered payment) {
        return new PayingAccount(
                payment.text("fingerprint"),
                payment.text("last4"),
                payment.instant("since"),
                payment.textIfAny("iban")
                        .map(iban -> new PayingAccount.Whole(payment.text("holder"), iban, payment.text("bic"))));
    }

    /** Empty where the call was never edited. */
    static Optional<CallChanges> changes(Answered answer) {
        return answer.objectIfAny("since")
                .map(since -> new CallChanges(
                        since.whole("version"),
                        changed(answer, "dueDate", Answered::day),
                        changed(answer, "purpose", Answered::text),
                        changed(answer, "basis", Answered::text),
                        changed(answer, "total", Answered::money),
                        answer.objects("components").stream()
                                .map(part -> new CallChanges.Part(
                                        part.text("type"), part.moneyIfAny("was"), part.moneyIfAny("is")))
                                .toList(),
                        answer.objects("lines").stream()
                                .map(line -> new CallChanges.Line(
                                        line.id("investorId"), line.moneyIfAny("was"), line.moneyIfAny("is")))
                                .toList()));
    }

    private static <T> Optional<Changed<T>> changed(
            Answered answer, String member, BiFunction<Answered, String, T> read) {
        return answer.objectIfAny(member).map(of -> new Changed<>(read.apply(of, "was"), read.apply(of, "is")));
    }
}
