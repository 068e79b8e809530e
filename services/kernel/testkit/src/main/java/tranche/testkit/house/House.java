package tranche.testkit.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All classes under one package: the product, or the canaries, which live in a small house of the same plan.
 *
 * @param root the package above the parts, for instance {@code tranche}
 */
public record House(String root) {

    /** Parts that stand around the services or are shared by them; every other part is a service. */
    private static final Set<String> NO_SERVICES =
            Set.of("values", "world", "flow", "web", "engines", "testkit", "launcher", "bench", "auditor");

    /** {@code $FundController$Definition.class}, {@code JteoverviewGenerated.class}. */
    private static final Pattern MADE = Pattern.compile(".*/(\\$|Jte[a-z-]+Generated)[^/]*");

    /** The product. */
    public static House tranche() {
        return new House("tranche");
    }

    /** What is on the class path of this house, without test classes. */
    public JavaClasses shipped() {
        return written(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS));
    }

    /** The house as its tests see it. */
    JavaClasses withTests() {
        return written(new ClassFileImporter());
    }

    /** Only what people wrote is held to the rules; what Micronaut and the templates make is not even read. */
    private JavaClasses written(ClassFileImporter importer) {
        return importer.withImportOption(location -> !location.matches(MADE))
                .importPackages(root)
                .that(DescribedPredicate.describe("people wrote", javaClass -> !isRecordOfTheWire(javaClass)));
    }

    /** Where a class of this house lives; empty for all others and for the wire's records, which live nowhere. */
    Optional<Place> place(JavaClass javaClass) {
        JavaClass type = javaClass.getBaseComponentType();
        String name = type.getPackageName();
        if (isRecordOfTheWire(type) || !(name.equals(root) || name.startsWith(root + "."))) {
            return Optional.empty();
        }
        String path = name.substring(root.length());
        List<String> steps =
                path.isEmpty() ? List.of() : Arrays.asList(path.substring(1).split("\\.", 3));
        return Optional.of(new Place(step(steps, 0), step(steps, 1), step(steps, 2)));
    }

    private static String step(List<String> steps, int place) {
        return place < steps.size() ? steps.get(place) : "";
    }

    /** Classes of this house. */
    DescribedPredicate<JavaClass> everybody() {
        return DescribedPredicate.describe(
                "are of the house", javaClass -> place(javaClass).isPresent());
    }

    /** Classes of some parts. */
    DescribedPredicate<JavaClass> partsOf(String... parts) {
        return DescribedPredicate.describe(
                "live in " + String.join(" or ", parts),
                javaClass -> place(javaClass)
                        .filter(place -> List.of(parts).contains(place.part()))
                        .isPresent());
    }

    /** Classes of the services. */
    DescribedPredicate<JavaClass> services() {
        return DescribedPredicate.describe(
                "live in a service",
                javaClass -> place(javaClass).filter(House::isService).isPresent());
    }

    /** Classes of the services' features. */
    DescribedPredicate<JavaClass> features() {
        return DescribedPredicate.describe(
                "live in a feature",
                javaClass -> place(javaClass).filter(House::isInFeature).isPresent());
    }

    /** Classes in a room of a feature. */
    DescribedPredicate<JavaClass> room(Room room) {
        return DescribedPredicate.describe(
                "live in a feature's " + room,
                javaClass -> place(javaClass)
                        .filter(House::isInFeature)
                        .filter(place -> place.room().equals(room.folder()))
                        .isPresent());
    }

    static boolean isService(Place place) {
        return !place.part().isEmpty() && !NO_SERVICES.contains(place.part());
    }

    static boolean isInFeature(Place place) {
        return isService(place) && !place.feature().isEmpty();
    }

    /** An Avro class made from {@code schemas/events}. */
    static boolean isRecordOfTheWire(JavaClass javaClass) {
        return outermost(javaClass).isAnnotatedWith("org.apache.avro.specific.AvroGenerated");
    }

    private static JavaClass outermost(JavaClass javaClass) {
        JavaClass outer = javaClass.getBaseComponentType();
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }
}
