package tranche.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue of crashes: every point at which the code plans for one is passed through by a test. */
class CrashCatalogueTest {

    @Test
    @DisplayName(
            "every planned point in the code of any module has its crash, FP01 to FP19 and FP22 to FP29 without a gap")
    void leaves_out_no_point() throws IOException {
        Pattern any = Pattern.compile("Failpoint\\s*\\.\\s*(?:at|during)\\b");
        Pattern named = Pattern.compile("Failpoint\\s*\\.\\s*(?:at|during)\\(\\s*\"([a-z.-]+)\"");
        Set<String> used = new TreeSet<>();
        for (Path source : sources()) {
            String text = Files.readString(source);
            List<String> names =
                    named.matcher(text).results().map(use -> use.group(1)).toList();
            assertThat(any.matcher(text).results())
                    .as(source + " names its points in the code")
                    .hasSameSizeAs(names);
            used.addAll(names);
        }
        assertThat(points().stream().map(row -> row.split(", ")[1])).containsExactlyInAnyOrderElementsOf(used);
        assertThat(points().stream().map(row -> row.split(", ")[0]))
                .containsExactlyElementsOf(IntStream.concat(IntStream.rangeClosed(1, 19), IntStream.rangeClosed(22, 29))
                        .mapToObj("FP%02d"::formatted)
                        .toList());
    }

    /** The sources of every module that ship. */
    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path modules : List.of(Path.of(".."), Path.of("../kernel"))) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(modules, Files::isDirectory)) {
                for (Path folder : folders) {
                    sources.addAll(javaIn(folder.resolve("src/main/java")));
                }
            }
        }
        return sources;
    }

    private static List<Path> javaIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.endsWith("tranche/world/Failpoint.java"))
                    .toList();
        }
    }

    private static List<String> points() {
        return Stream.of(CrashPointsTest.class, PathApartTest.class)
                .flatMap(test -> Stream.of(test.getDeclaredMethods()))
                .flatMap(crash -> Stream.ofNullable(crash.getAnnotation(CsvSource.class)))
                .flatMap(source -> Stream.of(source.value()))
                .toList();
    }
}
