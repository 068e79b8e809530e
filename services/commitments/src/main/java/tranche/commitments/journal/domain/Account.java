package tranche.commitments.journal.domain;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The chart of accounts (domain §7.1). In all of them a debit is positive and a credit negative. */
public enum Account {
    BANK("1000", "bank"),
    CARRY_ESCROW("1010", "carry escrow"),
    CAPITAL_CALLS_RECEIVABLE("1100", "capital calls receivable"),
    DEFAULT_INTEREST_RECEIVABLE("1150", "default interest receivable"),
    EQUALISATION_RECEIVABLE("1160", "equalisation receivable"),
    INVESTMENTS_AT_COST("1200", "investments at cost"),
    UNREALISED_RESULT("1210", "unrealised gain/loss"),
    RECOVERIES_RECEIVABLE("1250", "recoveries receivable"),
    PAYABLES("2000", "payables and accruals"),
    UNMATCHED_RECEIPTS("2050", "unmatched receipts"),
    OVERPAYMENTS_HELD("2060", "overpayments held"),
    DISTRIBUTIONS_PAYABLE("2100", "distributions payable"),
    EQUALISATION_PAYABLE("2150", "equalisation payable"),
    EQUALISATION_INTEREST_PAYABLE("2160", "equalisation interest payable"),
    MANAGEMENT_FEE_PAYABLE("2200", "management fee payable"),
    SUBSCRIPTION_LINE("2300", "subscription line"),
    LINE_INTEREST_PAYABLE("2310", "line interest payable"),
    CONTRIBUTED_CAPITAL("3000", "contributed capital"),
    DISTRIBUTIONS("3010", "distributions"),
    RESULT_ALLOCATED("3020", "result allocated"),
    CARRIED_INTEREST("3100", "carried interest"),
    REALISED_GAIN("4000", "realised gain"),
    INCOME("4010", "income"),
    UNREALISED_CHANGE("4020", "unrealised change"),
    DEFAULT_INTEREST_INCOME("4100", "default interest income"),
    FX_GAIN("4200", "FX gain"),
    MANAGEMENT_FEE("5000", "management fee"),
    EXPENSES("5010", "expenses"),
    LINE_INTEREST("5020", "line interest"),
    FX_LOSS("5030", "FX loss"),
    COMMITTED("C10", "commitment (contra)"),
    UNCALLED("C20", "uncalled"),
    CALLED_UNPAID("C30", "called, unpaid"),
    PAID("C40", "paid, net of restored"),
    RELEASED("C50", "released, cancelled");

    private static final Map<String, Account> BY_NUMBER =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Account::number, Function.identity()));

    private final String number;
    private final String title;

    Account(String number, String title) {
        this.number = number;
        this.title = title;
    }

    /** The account's number: four digits in the cash ledger, {@code C} and two digits in the commitment ledger. */
    public String number() {
        return number;
    }

    /** The account's name as the API answers it. */
    public String title() {
        return title;
    }

    public Ledger ledger() {
        return number.startsWith("C") ? Ledger.COMMITMENT : Ledger.CASH;
    }

    /**
     * The account of a number.
     *
     * @throws IllegalArgumentException if the chart has no such account
     */
    public static Account of(String number) {
        Account account = BY_NUMBER.get(number);
        if (account == null) {
            throw new IllegalArgumentException("no account of the chart: " + number);
        }
        return account;
    }
}
