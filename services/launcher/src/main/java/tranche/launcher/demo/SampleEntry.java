package tranche.launcher.demo;

import static tranche.launcher.demo.Step.By.CHECKER;
import static tranche.launcher.demo.Step.By.MAKER;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tranche.launcher.demo.Step.Made;

/**
 * A commitment of the sample and how far it has come. What becomes of it follows from its number: over twenty of them every
 * state is met, about as often as in the middle of a raise.
 */
record SampleEntry(int number, SampleInvestor investor, SampleFund fund) {

    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
    private static final int CYCLE = 20;

    /** Sizes around an investor's measure, in per cent. */
    private static final List<Integer> SPREAD = List.of(50, 75, 100, 125, 150, 200, 60, 110);

    /** The days on which positions were right that were held elsewhere before. */
    private static final List<LocalDate> POSITIONS = List.of(
            LocalDate.of(2024, 6, 28),
            LocalDate.of(2024, 9, 30),
            LocalDate.of(2024, 12, 31),
            LocalDate.of(2025, 3, 31),
            LocalDate.of(2025, 6, 30));

    /** The closing that the accepted ones wait for. */
    static final LocalDate NEXT_CLOSING = LocalDate.of(2027, 6, 30);

    /** How far it has come. */
    enum Fate {
        CLOSED,
        TAKEN_ON,
        ACCEPTED,
        SUBMITTED,
        RETURNED,
        DRAFTED,
        CANCELLED
    }

    String key() {
        return "sample:commitment:" + fund.name() + ":" + investor.name();
    }

    Fate fate() {
        int place = (number * 13) % CYCLE;
        Fate fate;
        if (place < 7) {
            fate = Fate.CLOSED;
        } else if (place < 11) {
            fate = Fate.TAKEN_ON;
        } else if (place < 14) {
            fate = Fate.ACCEPTED;
        } else if (place < 16) {
            fate = Fate.SUBMITTED;
        } else if (place < 17) {
            fate = Fate.RETURNED;
        } else {
            fate = place < 19 ? Fate.DRAFTED : Fate.CANCELLED;
        }
        boolean accepted = fate == Fate.CLOSED || fate == Fate.ACCEPTED;
        if (accepted && !isAcceptable()) {
            return investor.isSmall() ? Fate.SUBMITTED : Fate.DRAFTED;
        }
        return fate;
    }

    /**
     * Whether the fund's terms would let it be accepted. The small ones that they would not are submitted nevertheless and
     * wait, to show what stops an acceptance; the large ones stay an interest until the checks are made.
     */
    boolean isAcceptable() {
        return !fund.requireKyc() || investor.isCleared();
    }

    /** Which closing of its fund it is closed by. */
    LocalDate closing() {
        return SampleClosing.DATES.get((number / 3) % SampleClosing.DATES.size());
    }

    /** Its first day: some weeks before its closing; what is still under way began in the last winter. */
    private LocalDate begun() {
        LocalDate end = fate() == Fate.CLOSED
                ? closing()
                : SampleClosing.DATES.getLast().plusDays(190);
        LocalDate day = end.minusDays(40L + (number * 11L) % 70);
        return day.isBefore(fund.opened()) ? fund.opened() : day;
    }

    private BigInteger millions() {
        long spread = SPREAD.get((number * 5) % SPREAD.size());
        // per cent of per cent of billions, in millions: 1000 / 100 / 100
        return BigInteger.valueOf(investor.billions() * spread * fund.weight() / 10);
    }

    /** What is committed. */
    BigInteger amount() {
        return millions().multiply(MILLION);
    }

    private String amount(long percent) {
        return amount().multiply(BigInteger.valueOf(percent))
                .divide(BigInteger.valueOf(100))
                .toString();
    }

    Chain chain() {
        return new Chain(fate() == Fate.TAKEN_ON ? takenOn() : subscribed());
    }

    private List<Step> takenOn() {
        LocalDate asOf = POSITIONS.get(number % POSITIONS.size());
        long called = 20 + (number * 7L) % 30;
        Fields body = Fields.empty()
                .put("fundId", new Made(fund.key()))
                .put("investorId", new Made(investor.key()))
                .money("amount", amount(100), fund.currency())
                .money("called", amount(called), fund.currency())
                .money("paid", amount(number % 3 == 0 ? called : called - 5), fund.currency())
                .put("asOf", asOf)
                .put("source", "Sample data: register of the former administrator (fictitious)");
        return List.of(
                new Step(
                        key(),
                        MAKER,
                        "/commitments/take-on",
                        body.foreign(Sample.SOURCE_SYSTEM, key()).map()),
                new Step(key() + ":approval", CHECKER, path("take-on-approval"), Map.of()));
    }

    private List<Step> subscribed() {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                key(),
                MAKER,
                "/commitments",
                Fields.empty()
                        .put("fundId", new Made(fund.key()))
                        .put("investorId", new Made(investor.key()))
                        .money("amount", amount(100), fund.currency())
                        .put("effectiveDate", begun())
                        .foreign(Sample.SOURCE_SYSTEM, key())
                        .map()));
        LocalDate submitted = begun().plusDays(9);
        LocalDate decided = submitted.plusDays(12);
        switch (fate()) {
            case CLOSED, ACCEPTED -> {
                steps.add(submission(submitted));
                steps.add(acceptance(decided));
            }
            case SUBMITTED -> steps.add(submission(submitted));
            case RETURNED -> {
                steps.add(submission(submitted));
                steps.add(reasoned("return", CHECKER, "The signatory's authority is not shown", decided));
            }
            case CANCELLED -> {
                steps.add(submission(submitted));
                steps.add(reasoned("cancellation", MAKER, "The investor has withdrawn", decided));
            }
            case DRAFTED, TAKEN_ON -> {
                // A draft is nothing more yet; what is taken on has come another way.
            }
        }
        return steps;
    }

    private Step submission(LocalDate day) {
        String paper = "Subscription agreement, " + investor.name() + " (fictitious)";
        return new Step(
                key() + ":submission",
                MAKER,
                path("submission"),
                Fields.empty()
                        .put("signatory", "Signatory of " + investor.name() + " (fictitious)")
                        .put(
                                "documents",
                                List.of(Fields.empty()
                                        .put("name", paper)
                                        .put("sha256", sha256(paper))
                                        .map()))
                        .put("effectiveDate", day)
                        .map());
    }

    private Step acceptance(LocalDate day) {
        return new Step(
                key() + ":acceptance",
                CHECKER,
                path("acceptance"),
                Fields.empty()
                        .put("closingDate", fate() == Fate.CLOSED ? closing() : NEXT_CLOSING)
                        .put("effectiveDate", day)
                        .map());
    }

    private Step reasoned(String command, Step.By by, String reason, LocalDate day) {
        return new Step(
                key() + ":" + command,
                by,
                path(command),
                Fields.empty().put("reason", reason).put("effectiveDate", day).map());
    }

    private String path(String command) {
        return "/commitments/{" + key() + "}/" + command;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
