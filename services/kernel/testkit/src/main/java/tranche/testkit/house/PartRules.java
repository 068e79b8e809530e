package tranche.testkit.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Imports between the parts point down: values, world, flow, web, the services, the launcher. */
final class PartRules {

    private static final Set<String> KERNEL_OF_A_SERVICE = Set.of("values", "world", "flow", "web");

    private PartRules() {}

    static List<ArchRule> of(House house) {
        return List.of(
                valuesAreAlone(house),
                part(house, "world", Set.of("values"), "world knows values and nothing above itself"),
                part(house, "flow", Set.of("values", "world"), "flow knows values and world and nothing above itself"),
                part(
                        house,
                        "web",
                        Set.of("values", "world", "flow"),
                        "web knows values, world and flow and no service"),
                part(house, "engines", Set.of("values", "world"), "the engines know values and world alone"),
                part(house, "testkit", Set.of("values", "world", "engines"), "the testkit knows no service"),
                servicesAreStrangers(house),
                auditorIsOutside(house),
                testkitIsForTests(house));
    }

    private static ArchRule valuesAreAlone(House house) {
        return classes()
                .that(house.partsOf("values"))
                .should(Imports.only(
                        "the JDK",
                        dependency -> isIn(house, dependency.getTargetClass(), Set.of("values"))
                                || isJdk(dependency.getTargetClass())))
                .as("values imports the JDK and nothing else");
    }

    private static ArchRule part(House house, String part, Set<String> below, String sentence) {
        return classes()
                .that(house.partsOf(part))
                .should(Imports.only(
                        "what stands below",
                        dependency -> isElsewhere(house, dependency.getTargetClass())
                                || isIn(house, dependency.getTargetClass(), Set.of(part))
                                || isIn(house, dependency.getTargetClass(), below)))
                .as(sentence);
    }

    private static ArchRule servicesAreStrangers(House house) {
        return classes()
                .that(house.services())
                .should(Imports.only("itself and the kernel", dependency -> {
                    Optional<Place> own = house.place(dependency.getOriginClass());
                    Optional<Place> other = house.place(dependency.getTargetClass());
                    return other.isEmpty()
                            || other.get().part().equals(own.orElseThrow().part())
                            || KERNEL_OF_A_SERVICE.contains(other.get().part());
                }))
                .as("a service knows values, world, flow and web, and no other service");
    }

    /** In both directions: it imports nothing of the product, and nothing of the product but the launcher imports it. */
    private static ArchRule auditorIsOutside(House house) {
        return classes()
                .that(house.everybody())
                .should(Imports.only("its own side", dependency -> {
                    boolean isFromAuditor = isIn(house, dependency.getOriginClass(), Set.of("auditor"));
                    return isFromAuditor
                            ? isElsewhere(house, dependency.getTargetClass())
                                    || isIn(house, dependency.getTargetClass(), Set.of("auditor"))
                            : isIn(house, dependency.getOriginClass(), Set.of("launcher"))
                                    || !isIn(house, dependency.getTargetClass(), Set.of("auditor"));
                }))
                .as("the auditor shares no code with what it checks");
    }

    private static ArchRule testkitIsForTests(House house) {
        return classes()
                .that(house.partsOf("launcher", "bench"))
                .should(Imports.only(
                        "what is shipped", dependency -> !isIn(house, dependency.getTargetClass(), Set.of("testkit"))))
                .as("the testkit is for tests");
    }

    private static boolean isIn(House house, JavaClass target, Set<String> parts) {
        return house.place(target).filter(place -> parts.contains(place.part())).isPresent();
    }

    /** Of a library, or a record of the wire, which every part may know unless another rule says no. */
    private static boolean isElsewhere(House house, JavaClass target) {
        return house.place(target).isEmpty();
    }

    private static boolean isJdk(JavaClass target) {
        String name = target.getBaseComponentType().getName();
        return target.getBaseComponentType().isPrimitive()
                || name.startsWith("java.")
                // Null marks are read by the compiler alone.
                || name.startsWith("org.jspecify.");
    }
}
