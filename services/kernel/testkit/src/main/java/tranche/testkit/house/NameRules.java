package tranche.testkit.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Names say where a thing belongs; a name that says nothing is not given. */
final class NameRules {

    private static final Set<String> SAYING_NOTHING =
            Set.of("util", "utils", "common", "shared", "helper", "helpers", "base", "core", "misc");

    private static final Pattern NAMING_NOTHING =
            Pattern.compile("Abstract.*|.*(Manager|Helper|Util|Utils|Impl|Data|Info)");

    private static final Map<String, Room> ENDINGS = Map.of(
            "Controller", Room.API,
            "Commands", Room.FRONT_DOOR,
            "Rows", Room.STORE,
            "Views", Room.STORE,
            "Avro", Room.EVENTS,
            "Reactions", Room.REACTIONS,
            "Job", Room.JOBS,
            "Page", Room.PAGE);

    private NameRules() {}

    static List<ArchRule> of(House house) {
        return List.of(
                classes()
                        .that(house.everybody())
                        .should(be(
                                "in a package with a name",
                                javaClass -> Stream.of(
                                                javaClass.getPackageName().split("\\."))
                                        .noneMatch(SAYING_NOTHING::contains)))
                        .as("a package's name says what is in it"),
                classes()
                        .that(house.everybody())
                        .should(be(
                                "null-marked by its package",
                                javaClass -> javaClass.getPackage().isAnnotatedWith(NullMarked.class)
                                        || sharesPackageWithTheWire(house, javaClass)))
                        .as("every package is null-marked in its package-info"),
                classes()
                        .that(house.features())
                        .should(be("in the room of their ending", javaClass -> isInRoomOfEnding(house, javaClass)))
                        .as("an ending names the room"),
                classes()
                        .that(house.everybody())
                        .should(be(
                                "named",
                                javaClass -> !NAMING_NOTHING
                                        .matcher(javaClass.getSimpleName())
                                        .matches()))
                        .as("a class's name says what it is"));
    }

    /** The wire's records are not null-marked: beside them, in a service's root, each class bears the mark itself. */
    private static boolean sharesPackageWithTheWire(House house, JavaClass javaClass) {
        boolean isRootOfService = house.place(javaClass)
                .filter(place -> House.isService(place) && place.feature().isEmpty())
                .isPresent();
        return isRootOfService
                && (javaClass.isAnnotatedWith(NullMarked.class)
                        || javaClass.getSimpleName().equals("package-info"));
    }

    private static boolean isInRoomOfEnding(House house, JavaClass javaClass) {
        String room = house.place(javaClass).orElseThrow().room();
        return !javaClass.isTopLevelClass()
                || ENDINGS.entrySet().stream()
                        .filter(ending -> javaClass.getSimpleName().endsWith(ending.getKey()))
                        .allMatch(ending -> ending.getValue().folder().equals(room));
    }

    private static ArchCondition<JavaClass> be(String description, Predicate<JavaClass> holds) {
        return new ArchCondition<>("be " + description) {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                if (!holds.test(javaClass)) {
                    events.add(
                            SimpleConditionEvent.violated(javaClass, javaClass.getName() + " is not " + description));
                }
            }
        };
    }
}
