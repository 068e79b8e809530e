package tranche.values.money;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A currency of ISO 4217 list one in which money can be paid, as the list stands since 1 January 2026.
 *
 * <p>Codes of metals, tests and accounting units (XAU, XXX, CHE ...) are refused, but for CLF, in which funds are kept
 * (rule D-10). The list is our own and not the platform's, which keeps currencies that ended long ago and differs in
 * decimals.
 *
 * @param code three capital letters
 */
public record Currency(String code) implements Comparable<Currency> {

    private static final String WHOLE = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";

    private static final String HUNDREDTHS = """
            AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC
            CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR
            JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD
            NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN
            SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
            """;

    private static final String THOUSANDTHS = "BHD IQD JOD KWD LYD OMR TND";

    private static final String TEN_THOUSANDTHS = "CLF";

    /** Ended while funds could be kept in them: they are still read where they were written, and take nothing new. */
    private static final Map<String, LocalDate> LAST_DAYS =
            Map.of("HRK", LocalDate.of(2022, 12, 31), "BGN", LocalDate.of(2025, 12, 31));

    private static final Map<String, Integer> MINOR_UNITS = minorUnitsByCode();

    /** @throws IllegalArgumentException if the code never was one of a currency as described above */
    public Currency {
        if (!MINOR_UNITS.containsKey(code)) {
            throw new IllegalArgumentException("no currency of ISO 4217 list one: " + code);
        }
    }

    private static Map<String, Integer> minorUnitsByCode() {
        Map<String, Integer> decimals = new HashMap<>();
        WHOLE.lines().forEach(line -> put(decimals, line, 0));
        HUNDREDTHS.lines().forEach(line -> put(decimals, line, 2));
        THOUSANDTHS.lines().forEach(line -> put(decimals, line, 3));
        TEN_THOUSANDTHS.lines().forEach(line -> put(decimals, line, 4));
        LAST_DAYS.keySet().forEach(ended -> decimals.put(ended, 2));
        return Map.copyOf(decimals);
    }

    private static void put(Map<String, Integer> decimals, String codes, int minorUnits) {
        for (String code : codes.split(" ", -1)) {
            decimals.put(code, minorUnits);
        }
    }

    /** Whether the code names a currency in which money can be paid: one that has ended does not. */
    public static boolean isKnown(String code) {
        return MINOR_UNITS.containsKey(code) && !LAST_DAYS.containsKey(code);
    }

    /** The last day on which the currency could be paid in; empty while it can. */
    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(LAST_DAYS.get(code));
    }

    /** Decimals of the smallest unit that is paid: 0 for JPY, 2 for USD, 3 for KWD, 4 for CLF. */
    public int minorUnits() {
        return MINOR_UNITS.getOrDefault(code, 0);
    }

    @Override
    public int compareTo(Currency other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
