package tranche.launcher.demo;

import static tranche.launcher.demo.Step.By.CHECKER;
import static tranche.launcher.demo.Step.By.MAKER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tranche.launcher.demo.SampleEntry.Fate;
import tranche.launcher.demo.Step.Made;
import tranche.launcher.demo.Step.Seen;

/** The closings of the sample's funds: three that have taken effect, and in the first fund one that is planned. */
final class SampleClosing {

    static final List<LocalDate> DATES =
            List.of(LocalDate.of(2024, 9, 30), LocalDate.of(2025, 3, 31), LocalDate.of(2025, 9, 30));

    private SampleClosing() {}

    static List<Chain> of(List<SampleEntry> entries) {
        List<Chain> chains = new ArrayList<>();
        for (SampleFund fund : Sample.FUNDS) {
            for (LocalDate date : DATES) {
                List<Object> closed = entries.stream()
                        .filter(entry -> entry.fund().equals(fund)
                                && entry.fate() == Fate.CLOSED
                                && entry.closing().equals(date))
                        .<Object>map(entry -> new Made(entry.key()))
                        .toList();
                if (!closed.isEmpty()) {
                    Step plan = plan(fund, date, closed);
                    chains.add(Chain.of(plan, approval(plan)));
                }
            }
        }
        SampleFund first = Sample.FUNDS.getFirst();
        chains.add(Chain.of(plan(
                first,
                SampleEntry.NEXT_CLOSING,
                entries.stream()
                        .filter(entry -> entry.fund().equals(first) && entry.fate() == Fate.ACCEPTED)
                        .<Object>map(entry -> new Made(entry.key()))
                        .toList())));
        return chains;
    }

    private static Step plan(SampleFund fund, LocalDate date, List<Object> commitments) {
        return new Step(
                "sample:closing:" + fund.name() + ":" + date,
                MAKER,
                "/funds/{" + fund.key() + "}/closings",
                Fields.empty()
                        .put("kind", date.equals(DATES.getFirst()) ? "INITIAL" : "SUBSEQUENT")
                        .put("date", date)
                        .put("commitmentIds", commitments)
                        .map());
    }

    private static Step approval(Step plan) {
        return new Step(
                plan.key() + ":approval",
                CHECKER,
                "/closings/{" + plan.key() + "}/approval",
                Fields.empty().put("contentHash", new Seen(plan.key())).map());
    }
}
