package tranche.launcher.demo;

import java.util.List;
import tranche.launcher.demo.SampleWork.Tale;

/** The sites of the sample and what is built there, as tables. */
final class SampleSites {

    static final String FAB = "Desert fab";
    static final String ENERGY = "Sunfield power site";
    static final String SUPPLY = "Harbour wafer plant";
    static final String RESEARCH = "Alpine research centre";

    static final List<SampleSite> SITES = List.of(
            new SampleSite(FAB, "FAB", "US-AZ", "US", "32.8800", "-111.7600"),
            new SampleSite(ENERGY, "ENERGY_SITE", "US-AZ", "US", "33.4500", "-112.9000"),
            new SampleSite(SUPPLY, "SUPPLY_PLANT", "Zuid-Holland", "NL", "51.9500", "4.1400"),
            new SampleSite(RESEARCH, "RND_CENTRE", "Tirol", "AT", "47.2700", "11.4000"));

    private static final Tale AHEAD = new Tale.Ahead();

    /** In an order in which each comes after what it follows. */
    static final List<SampleWork> WORK = List.of(
            new SampleWork(
                    FAB,
                    "Building permit granted",
                    "PERMIT",
                    0,
                    List.of(),
                    new Tale.Reached(
                            420,
                            List.of(new SampleProof("CERTIFICATE", "permit.txt")),
                            "The permit was read at the building authority; nobody has objected.")),
            new SampleWork(
                    FAB,
                    "Ground broken",
                    "CONSTRUCTION",
                    0,
                    List.of(),
                    new Tale.Reached(
                            330,
                            List.of(new SampleProof("AUDIT_REPORT", "survey-of-the-excavation.txt")),
                            "Seen on the site: the excavation is open along its whole length.")),
            new SampleWork(
                    FAB,
                    "Shell complete",
                    "CONSTRUCTION",
                    0,
                    List.of(),
                    new Tale.Claimed(
                            6,
                            List.of(
                                    new SampleProof("AUDIT_REPORT", "survey-of-the-shell.txt"),
                                    new SampleProof("CERTIFICATE", "structural-engineer.txt")))),
            new SampleWork(
                    ENERGY,
                    "Grid agreement signed",
                    "UTILITY",
                    0,
                    List.of(),
                    new Tale.Reached(
                            250,
                            List.of(new SampleProof("CERTIFICATE", "grid-agreement.txt")),
                            "The agreement was read; its capacity is firm.")),
            new SampleWork(
                    ENERGY,
                    "Substation energised",
                    "UTILITY",
                    100,
                    List.of(),
                    new Tale.Late(75, "The main transformer comes fifteen weeks later than it was ordered for.")),
            new SampleWork(ENERGY, "Firm power on", "UTILITY", 30, List.of("Substation energised"), AHEAD),
            new SampleWork(FAB, "Clean room ready", "CONSTRUCTION", 90, List.of("Shell complete"), AHEAD),
            new SampleWork(
                    FAB,
                    "First tools installed",
                    "TOOL_INSTALL",
                    40,
                    List.of("Clean room ready", "Firm power on"),
                    AHEAD),
            new SampleWork(FAB, "First wafer out", "PRODUCTION", 90, List.of("First tools installed"), AHEAD),
            new SampleWork(FAB, "Volume production", "PRODUCTION", 150, List.of("First wafer out"), AHEAD),
            new SampleWork(
                    SUPPLY,
                    "Environmental permit granted",
                    "PERMIT",
                    0,
                    List.of(),
                    new Tale.Reached(
                            200,
                            List.of(new SampleProof("CERTIFICATE", "environmental-permit.txt")),
                            "The permit was read at the authority; its time for objections is over.")),
            new SampleWork(
                    SUPPLY,
                    "Crystal furnaces delivered",
                    "TOOL_INSTALL",
                    0,
                    List.of(),
                    new Tale.Rejected(
                            12,
                            List.of(new SampleProof("INVOICE", "delivery-notes.txt")),
                            "The delivery notes cover three furnaces of four.")),
            new SampleWork(
                    SUPPLY, "First wafers shipped", "PRODUCTION", 80, List.of("Crystal furnaces delivered"), AHEAD),
            new SampleWork(
                    SUPPLY,
                    "Second hall built",
                    "CONSTRUCTION",
                    220,
                    List.of(),
                    new Tale.Removed("One hall is enough for what was ordered.")),
            new SampleWork(
                    RESEARCH,
                    "Laboratory opened",
                    "RND",
                    0,
                    List.of(),
                    new Tale.Reached(
                            45,
                            List.of(new SampleProof("AUDIT_REPORT", "inspection.txt")),
                            "Seen on the site: the laboratory works in two shifts.")),
            new SampleWork(
                    RESEARCH,
                    "Test chip taped out",
                    "TECHNOLOGY",
                    0,
                    List.of(),
                    new Tale.Claimed(3, List.of(new SampleProof("AUDIT_REPORT", "design-review.txt")))),
            new SampleWork(RESEARCH, "Design kit released", "TECHNOLOGY", 110, List.of("Test chip taped out"), AHEAD));

    private SampleSites() {}

    static SampleWork work(String name) {
        return WORK.stream()
                .filter(work -> work.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
