package tranche.launcher.demo;

import static tranche.launcher.demo.Step.By.CHECKER;
import static tranche.launcher.demo.Step.By.MAKER;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tranche.launcher.demo.SampleEntry.Fate;
import tranche.launcher.demo.Step.Made;
import tranche.launcher.demo.Step.OfLine;
import tranche.launcher.demo.Step.Seen;

/**
 * What is called of the sample's funds: tranches that wait for milestones, a call that was issued and partly paid, one that
 * waits for its issue and one for its approval.
 */
final class SampleMoney {

    private static final BigInteger BILLION = BigInteger.TEN.pow(9);

    /** An IBAN of ISO 13616's own examples: nobody can be paid by it. */
    private static final String ACCOUNT = "GB33BUKB20201555555555";

    private static final String BANK = "BUKBGB22";

    /** Two of three investors have paid. */
    private static final int UNPAID_EVERY = 3;

    /** How long the draft that waits for an approver gives to pay. */
    private static final int DRAFT_DUE_DAYS = 75;

    private static final SampleTranche GROUND =
            new SampleTranche("Site and ground", "Fab fund I", 24, "Building permit granted", "Ground broken");

    private static final SampleTranche LABORATORY =
            new SampleTranche("Laboratory", "European fab fund", 9, "Laboratory opened");

    /** A call without a tranche, which everybody has paid. */
    private static final String LAND = "sample:call:land";

    private static final int LAND_BILLIONS = 20;

    private static final List<SampleTranche> WAITING = List.of(
            new SampleTranche("Shell", "Fab fund I", 42, "Shell complete"),
            new SampleTranche("Tools", "Fab fund I", 96, "First tools installed"),
            new SampleTranche("Ramp", "Fab fund I", 60, "First wafer out"),
            new SampleTranche("Substation", "Energy fund", 18, "Substation energised"),
            new SampleTranche("Furnaces", "Supply fund", 12, "Crystal furnaces delivered"),
            new SampleTranche("Design kit", "European fab fund", 6, "Design kit released"));

    private final LocalDate today;
    private final List<SampleEntry> entries;

    SampleMoney(LocalDate today, List<SampleEntry> entries) {
        this.today = today;
        this.entries = List.copyOf(entries);
    }

    /** Drafted and approved, and what they call at once approved and, of one of them, issued. */
    List<Chain> tranches() {
        List<Chain> chains = new ArrayList<>();
        WAITING.forEach(tranche -> chains.add(Chain.ofAny(approved(tranche))));
        List<Step> laboratory = approved(LABORATORY);
        laboratory.addAll(approvedCall(LABORATORY));
        chains.add(Chain.ofAny(laboratory));
        List<Step> ground = approved(GROUND);
        ground.addAll(approvedCall(GROUND));
        ground.addAll(account(GROUND.inFund()));
        ground.add(new Step(call(GROUND) + ":issue", MAKER, "/capital-calls/{" + call(GROUND) + "}/issue", Map.of()));
        chains.add(Chain.ofAny(ground));
        return chains;
    }

    private static List<Step> approved(SampleTranche tranche) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                tranche.key(),
                MAKER,
                "/tranches",
                Fields.empty()
                        .put("fundId", new Made(tranche.inFund().key()))
                        .put("projectId", new Made(SampleSite.key(tranche.site())))
                        .put("name", tranche.name())
                        .money(
                                "amount",
                                billions(tranche.billions()),
                                tranche.inFund().currency())
                        .put(
                                "conditions",
                                tranche.milestones().stream()
                                        .map(name -> Fields.empty()
                                                .put("type", "MILESTONE_VERIFIED")
                                                .put(
                                                        "milestoneId",
                                                        new Made(SampleSites.work(name)
                                                                .key()))
                                                .map())
                                        .toList())
                        .foreign(Sample.SOURCE_SYSTEM, tranche.key())
                        .map()));
        steps.add(new Step(
                approval(tranche),
                CHECKER,
                "/tranches/{" + tranche.key() + "}/approval",
                Fields.empty().put("contentHash", new Seen(tranche.key())).map()));
        return steps;
    }

    private static String approval(SampleTranche tranche) {
        return tranche.key() + ":approval";
    }

    private static String call(SampleTranche tranche) {
        return tranche.key() + ":call";
    }

    private static List<Step> approvedCall(SampleTranche tranche) {
        return List.of(
                Step.read(call(tranche), MAKER, "/capital-calls/{" + approval(tranche) + Step.MEMBER + "callId}"),
                new Step(
                        call(tranche) + ":approval",
                        CHECKER,
                        "/capital-calls/{" + call(tranche) + "}/approval",
                        Fields.empty()
                                .put("contentHash", new Seen(call(tranche)))
                                .map()));
    }

    /** Where the fund is paid, so that its notices name it; what comes in has come in there. */
    private static List<Step> account(SampleFund fund) {
        String key = "sample:account:" + fund.name();
        return List.of(
                new Step(
                        key,
                        MAKER,
                        "/funds/{" + fund.key() + "}/bank-accounts",
                        Fields.empty()
                                .put("holder", fund.name())
                                .put("iban", ACCOUNT)
                                .put("bic", BANK)
                                .put("currency", fund.currency())
                                .map()),
                new Step(
                        key + ":approval",
                        CHECKER,
                        "/bank-accounts/{" + key + "}/approval",
                        Fields.empty().put("contentHash", new Seen(key)).map()));
    }

    private static String billions(int number) {
        return BILLION.multiply(BigInteger.valueOf(number)).toString();
    }

    /** Calls that no tranche asked for: land, which is called, and costs of a fund, which wait for an approver. */
    List<Chain> drafts() {
        SampleFund fund = Sample.fund("Supply fund");
        return List.of(
                land(),
                Chain.of(new Step(
                        "sample:call:costs",
                        MAKER,
                        "/capital-calls",
                        Fields.empty()
                                .put("fundId", new Made(fund.key()))
                                .put("dueDate", today.plusDays(DRAFT_DUE_DAYS))
                                .put(
                                        "components",
                                        List.of(
                                                component("FEE", "420000000", fund),
                                                component("EXPENSE", "36500000", fund)))
                                .put(
                                        "purpose",
                                        "Management fee of the half year, and the costs of the environmental permit")
                                .map())));
    }

    private Chain land() {
        SampleFund fund = GROUND.inFund();
        return Chain.of(
                new Step(
                        LAND,
                        MAKER,
                        "/capital-calls",
                        Fields.empty()
                                .put("fundId", new Made(fund.key()))
                                .put("dueDate", today.plusDays(DRAFT_DUE_DAYS))
                                .put("components", List.of(component("INVESTMENT", billions(LAND_BILLIONS), fund)))
                                .put("purpose", "Land, and the first payments for tools that take years to build")
                                .map()),
                new Step(
                        LAND + ":approval",
                        CHECKER,
                        "/capital-calls/{" + LAND + "}/approval",
                        Fields.empty().put("contentHash", new Seen(LAND)).map()),
                new Step(LAND + ":issue", MAKER, "/capital-calls/{" + LAND + "}/issue", Map.of()));
    }

    /** What went out into the site: of the call for land, and of what has come in for the tranche. */
    List<Chain> investments() {
        return List.of(
                Chain.ofAny(List.of(investment("land", 19, Fields.empty()))),
                Chain.ofAny(List.of(
                        investment("ground", 11, Fields.empty().put("trancheId", new Made(GROUND.key()))))));
    }

    private Step investment(String name, int billions, Fields more) {
        return new Step(
                "sample:investment:" + name,
                MAKER,
                "/investments",
                more.put("fundId", new Made(GROUND.inFund().key()))
                        .put("projectId", new Made(SampleSite.key(GROUND.site())))
                        .put("date", today)
                        .money("amount", billions(billions), GROUND.inFund().currency())
                        .map());
    }

    private static Map<String, Object> component(String type, String amount, SampleFund fund) {
        return Fields.empty()
                .put("type", type)
                .money("amount", amount, fund.currency())
                .map();
    }

    /**
     * What has come in: for the land all of it, for the other issued call most lines in full, one in part, and one entry that no line can be told from. The
     * investor that people sign in as has yet to pay.
     */
    List<Chain> receipts() {
        List<SampleEntry> called = entries.stream()
                .filter(entry -> entry.fund().equals(GROUND.inFund()))
                .filter(entry -> entry.fate() == Fate.CLOSED || entry.fate() == Fate.TAKEN_ON)
                .toList();
        List<SampleEntry> payers = called.stream()
                .filter(entry -> !entry.investor().key().equals(Sample.BOUND_INVESTOR))
                .toList();
        List<Chain> chains = new ArrayList<>();
        called.forEach(payer -> chains.add(Chain.of(receipt(
                "sample:receipt:land:" + payer.key(),
                new OfLine(LAND, payer.key(), "/amount/value"),
                payer.investor().name(),
                new OfLine(LAND, payer.key(), "/reference")))));
        for (int at = 0; at < payers.size(); at++) {
            SampleEntry payer = payers.get(at);
            if (at == 0) {
                chains.add(inPart(payer));
            } else if (at % UNPAID_EVERY != 0) {
                chains.add(Chain.of(receipt(payer, new OfLine(call(GROUND), payer.key(), "/amount/value"))));
            }
        }
        chains.add(Chain.of(unclear()));
        return chains;
    }

    private Step receipt(SampleEntry payer, Object amount) {
        return receipt(
                "sample:receipt:" + payer.key(),
                amount,
                payer.investor().name(),
                new OfLine(call(GROUND), payer.key(), "/reference"));
    }

    private Step receipt(String key, Object amount, String debtor, Object remittance) {
        return new Step(
                key,
                MAKER,
                "/receipts",
                Fields.empty()
                        .put("fundId", new Made(GROUND.inFund().key()))
                        .put("bankAccount", ACCOUNT)
                        .put("entryReference", key)
                        .put("valueDate", today)
                        .put(
                                "amount",
                                Fields.empty()
                                        .put("value", amount)
                                        .put("currency", GROUND.inFund().currency())
                                        .map())
                        .put("debtorName", debtor + " (fictitious)")
                        .put("remittance", remittance)
                        .map());
    }

    /** Less than the line asks for: it matches by no rule, and a person says what it is for. */
    private Chain inPart(SampleEntry payer) {
        Step receipt = receipt(payer, "150000000");
        return Chain.ofAny(List.of(
                receipt,
                new Step(
                        receipt.key() + ":match",
                        MAKER,
                        "/receipts/{" + receipt.key() + "}/match",
                        Fields.empty()
                                .put(
                                        "matches",
                                        List.of(Fields.empty()
                                                .put("callLineId", new OfLine(call(GROUND), payer.key(), "/id"))
                                                .money(
                                                        "amount",
                                                        "150000000",
                                                        GROUND.inFund().currency())
                                                .map()))
                                .map())));
    }

    private Step unclear() {
        return receipt("sample:receipt:unclear", "80000000", "A bank", "Capital call, second instalment");
    }
}
