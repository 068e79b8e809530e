package tranche.launcher.demo;

import static tranche.launcher.demo.Step.By.MAKER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.launcher.demo.Step.Made;

/**
 * The sample programme: the raise of 7,000 billion US dollars that the press reported, with made-up funds and investors
 * that are named so. Every figure but the target follows from its place in these tables, so that it is the same each time.
 */
final class Sample {

    static final String SOURCE_SYSTEM = "sample";

    /** The investor behind the demo's investor account: one that stands in every fund. */
    static final String BOUND_INVESTOR = "sample:investor:Sovereign fund A";

    static final String PROGRAMME = "sample:programme";

    /** The day of the press reports, from which the target is claimed. */
    static final LocalDate REPORTED = LocalDate.of(2024, 2, 9);

    private static final List<Kind> KINDS = List.of(
            new Kind("GOVERNMENT", "Government", 6, 24),
            new Kind("SOVEREIGN_FUND", "Sovereign fund", 10, 26),
            new Kind("FINANCIAL_INSTITUTION", "Financial institution", 12, 14),
            new Kind("MANUFACTURER", "Manufacturer", 10, 10),
            new Kind("ENERGY_SUPPLIER", "Energy supplier", 8, 7),
            new Kind("DEVELOPMENT_BANK", "Development bank", 6, 8),
            new Kind("OTHER", "Foundation", 8, 3));

    static final List<SampleFund> FUNDS = List.of(
            new SampleFund("Fab fund I", "USD", "US", 150, Optional.of("1500"), LocalDate.of(2024, 3, 1), false),
            new SampleFund("Fab fund II", "USD", "US", 120, Optional.empty(), LocalDate.of(2024, 4, 15), true),
            new SampleFund("Energy fund", "USD", "US", 80, Optional.empty(), LocalDate.of(2024, 3, 18), false),
            new SampleFund("Supply fund", "USD", "US", 60, Optional.of("600"), LocalDate.of(2024, 5, 2), false),
            new SampleFund("Research fund", "USD", "US", 30, Optional.empty(), LocalDate.of(2024, 5, 27), false),
            new SampleFund(
                    "European fab fund", "EUR", "TARGET", 50, Optional.empty(), LocalDate.of(2024, 6, 10), false));

    private static final List<String> COUNTRIES = List.of(
            "AE", "US", "JP", "FR", "SG", "DE", "KR", "NO", "GB", "NL", "SA", "IN", "CA", "IT", "QA", "AU", "ES", "SE",
            "BR", "CH", "KW", "IE", "AT");

    /**
     * @param billions what an investor of this kind commits to a fund on an even day
     */
    private record Kind(String code, String name, int count, int billions) {}

    private final List<SampleInvestor> investors;

    Sample() {
        List<SampleInvestor> all = new ArrayList<>();
        for (Kind kind : KINDS) {
            for (int letter = 0; letter < kind.count(); letter++) {
                int number = all.size();
                all.add(new SampleInvestor(
                        number,
                        kind.name() + " " + (char) ('A' + letter),
                        kind.code(),
                        COUNTRIES.get((number * 5) % COUNTRIES.size()),
                        kind.billions()));
            }
        }
        this.investors = List.copyOf(all);
    }

    List<Chain> programmes() {
        return List.of(Chain.of(new Step(
                PROGRAMME,
                MAKER,
                "/programmes",
                Fields.empty()
                        .put("name", "AI chip capacity raise")
                        .put("headlineCurrency", "USD")
                        .money("target", "7000000000000", "USD")
                        .put(
                                "targetSource",
                                "Press reports of 9 February 2024: 5,000 to 7,000 billion US dollars sought; not"
                                        + " confirmed by the parties")
                        .put("sample", true)
                        .put("effectiveDate", REPORTED)
                        .foreign(SOURCE_SYSTEM, "programme")
                        .map())));
    }

    List<Chain> funds() {
        return FUNDS.stream()
                .map(fund -> {
                    Fields body = Fields.empty()
                            .put("programmeId", new Made(PROGRAMME))
                            .put("name", fund.name())
                            .put("baseCurrency", fund.currency())
                            .put("calendar", fund.calendar());
                    fund.capBillions().ifPresent(cap -> body.money("cap", cap + "000000000", fund.currency()));
                    if (fund.requireKyc()) {
                        body.put("terms", Map.of("requireKyc", true));
                    }
                    return Chain.of(new Step(
                            fund.key(),
                            MAKER,
                            "/funds",
                            body.put("sourceNote", "Sample data: made up to try the product with")
                                    .put("effectiveDate", fund.opened())
                                    .foreign(SOURCE_SYSTEM, fund.name())
                                    .map()));
                })
                .toList();
    }

    static SampleFund fund(String name) {
        return FUNDS.stream()
                .filter(fund -> fund.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<Chain> investors() {
        return investors.stream()
                .map(investor -> {
                    List<Step> steps = new ArrayList<>();
                    steps.add(new Step(
                            investor.key(),
                            MAKER,
                            "/investors",
                            Fields.empty()
                                    .put("name", investor.name())
                                    .put("kind", investor.kind())
                                    .put("country", investor.country())
                                    .put("consentToBeNamed", investor.consents())
                                    .put("effectiveDate", REPORTED)
                                    .foreign(SOURCE_SYSTEM, investor.name())
                                    .map()));
                    investor.kyc()
                            .ifPresent(status -> steps.add(new Step(
                                    investor.key() + ":kyc",
                                    MAKER,
                                    "/investors/{" + investor.key() + "}/kyc",
                                    Fields.empty()
                                            .put("status", status)
                                            .put("effectiveDate", REPORTED.plusDays(14))
                                            .map())));
                    return new Chain(steps);
                })
                .toList();
    }

    List<Chain> commitments() {
        return entries().stream().map(SampleEntry::chain).toList();
    }

    /** Closings of the accepted, each in its fund's order of dates: the next one starts from what the last has left. */
    List<Chain> closings() {
        return SampleClosing.of(entries());
    }

    List<SampleEntry> entries() {
        List<SampleEntry> entries = new ArrayList<>();
        for (SampleInvestor investor : investors) {
            for (int fund = 0; fund < FUNDS.size(); fund++) {
                if (investor.standsIn(fund)) {
                    entries.add(new SampleEntry(entries.size(), investor, FUNDS.get(fund)));
                }
            }
        }
        return entries;
    }
}
