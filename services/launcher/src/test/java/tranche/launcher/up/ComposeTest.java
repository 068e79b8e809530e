package tranche.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What {@code deploy} says of services and what they take are one. */
class ComposeTest {

    private static final Path ROOT = Path.of("../..");
    private static final PortPlan PORTS = new PortPlan(8080);

    private static JsonNode compose() throws IOException {
        // Anchors are merged by whoever reads the file; here it is enough that they are there.
        return new YAMLMapper().readTree(ROOT.resolve("deploy/compose.yaml").toFile());
    }

    private static Set<String> variables() {
        Stream<String> options = new CommandLine(new UpCommand())
                .getCommandSpec().options().stream()
                        .map(option -> "TRANCHE_"
                                + option.longestName()
                                        .replaceFirst("^-+", "")
                                        .replace('-', '_')
                                        .toUpperCase(Locale.ROOT));
        Stream<String> logins =
                Stream.of("KAFKA", "POSTGRES", "REGISTRY").flatMap(of -> Stream.of(of + "_USER", of + "_PASSWORD"));
        return Stream.concat(options, logins.map(name -> "TRANCHE_" + name)).collect(Collectors.toSet());
    }

    private static List<String> named(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void every_variable_that_is_set_is_an_option() throws IOException {
        assertThat(variables()).containsAll(named(compose().get("x-environment")));
    }

    @Test
    void every_service_is_there_under_its_name_and_finds_the_others_at_their_ports() throws IOException {
        assertThat(named(compose().get("services"))).containsAll(HostedService.titles());
        assertThat(compose().at("/x-environment/TRANCHE_PEERS").asText().split(","))
                .containsExactlyInAnyOrderElementsOf(Stream.of(HostedService.values())
                        .map(service -> service.title() + "=http://" + service.title() + ":" + service.port(PORTS))
                        .toList());
    }

    @Test
    void the_images_are_those_that_the_build_makes_of_each_service() throws IOException {
        String build = Files.readString(Path.of("pom.xml"));
        for (HostedService service : HostedService.values()) {
            assertThat(compose().at("/services/" + service.title() + "/image").asText())
                    .isEqualTo("tranche/" + service.title() + ":0.1.0");
            assertThat(build).contains("<TRANCHE_ONLY>" + service.title() + "</TRANCHE_ONLY>");
        }
    }

    @Test
    void the_stores_are_of_the_versions_that_the_tests_run() throws IOException {
        String versions = Files.readString(Path.of("../pom.xml"));

        assertThat(versions)
                .contains("<kafka.version>" + version("kafka") + "</kafka.version>")
                .contains("<postgres-binaries.version>" + version("postgres") + ".")
                .contains("<apicurio.version>" + version("registry") + "</apicurio.version>");
    }

    private static String version(String service) throws IOException {
        return compose().at("/services/" + service + "/image").asText().replaceFirst(".*:", "");
    }

    @Test
    void what_a_service_may_be_told_is_said() throws IOException {
        String page = Files.readString(ROOT.resolve("deploy/README.md"));

        assertThat(named(compose().get("x-environment"))).allMatch(page::contains);
    }
}
