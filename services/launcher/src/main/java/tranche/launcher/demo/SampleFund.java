package tranche.launcher.demo;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A fund of the sample.
 *
 * @param calendar by which its business days are counted
 * @param weight its size in per cent of the first kind's measure
 * @param capBillions the most that it takes
 */
record SampleFund(
        String name,
        String currency,
        String calendar,
        int weight,
        Optional<String> capBillions,
        LocalDate opened,
        boolean requireKyc) {

    String key() {
        return "sample:fund:" + name;
    }
}
