package tranche.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private static final Pattern CODE = Pattern.compile("^  ([a-z0-9-]+):$", Pattern.MULTILINE);

    @Test
    void tells_its_codes_in_the_order_of_the_file() throws IOException {
        Problems catalogue = Problems.load();
        List<String> written = written();
        Set<String> codes = catalogue.codes();

        assertThat(codes).hasSizeGreaterThan(50).containsExactlyElementsOf(written.subList(0, codes.size()));
    }

    private static List<String> written() throws IOException {
        try (InputStream file = Problems.class.getResourceAsStream("/tranche/schemas/problems.yaml")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return CODE.matcher(text.substring(text.indexOf("\nproblems:")))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        }
    }
}
