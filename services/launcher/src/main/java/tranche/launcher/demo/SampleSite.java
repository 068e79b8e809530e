package tranche.launcher.demo;

import static tranche.launcher.demo.Step.By.MAKER;

import java.math.BigDecimal;
import java.time.LocalDate;
import tranche.launcher.demo.Step.Made;

/**
 * A site of the sample: fictitious, and named so.
 *
 * @param kind in the product's words
 * @param region by whose holidays its work is counted
 * @param latitude in degrees, roughly where such a site could be
 */
record SampleSite(String name, String kind, String region, String country, String latitude, String longitude) {

    /** From which day its work counts: some weeks after its programme was reported. */
    static final LocalDate STARTED = LocalDate.of(2024, 6, 3);

    String key() {
        return key(name);
    }

    static String key(String name) {
        return "sample:site:" + name;
    }

    Chain chain() {
        return Chain.of(new Step(
                key(),
                MAKER,
                "/projects",
                Fields.empty()
                        .put("programmeId", new Made(Sample.PROGRAMME))
                        .put("name", name + " (fictitious)")
                        .put("kind", kind)
                        .put("region", region)
                        .put("country", country)
                        .put("latitude", new BigDecimal(latitude))
                        .put("longitude", new BigDecimal(longitude))
                        .put("sourceNote", "Sample data: made up to try the product with")
                        .put("effectiveDate", STARTED)
                        .foreign(Sample.SOURCE_SYSTEM, name)
                        .map()));
    }
}
