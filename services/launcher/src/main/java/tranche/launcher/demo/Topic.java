package tranche.launcher.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a milestone of the file is about, by the words of its name: the product's kinds. */
enum Topic {
    FINANCIAL(".*(terms|award|aid approved|agreement signed|investment|enlarged|disbursement|chapter 11).*"),
    WORKFORCE(".*employees.*"),
    PERMIT(".*(rezoning|certificate of occupancy).*"),
    TOOL_INSTALL(".*equipment move-in.*"),
    TECHNOLOGY(".*(transistor|design kit).*"),
    CONSTRUCTION(".*(construction|groundbreaking|building|whole project).*"),
    PRODUCTION(".*(production|operation|opening|capacity|chips|wafers|shipment|pilot line).*");

    private final Pattern words;

    Topic(String words) {
        this.words = Pattern.compile(words);
    }

    /**
     * The first that fits.
     *
     * @throws IllegalArgumentException for a name that says none of this
     */
    static Topic of(String milestone) {
        String name = milestone.toLowerCase(Locale.ROOT);
        if (name.startsWith("jobs target")) {
            return WORKFORCE;
        }
        return Arrays.stream(values())
                .filter(topic -> topic.words.matcher(name).matches())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("what is the milestone \"" + milestone + "\" about?"));
    }
}
