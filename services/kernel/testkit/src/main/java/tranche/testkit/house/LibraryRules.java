package tranche.testkit.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which room may speak to a library. Around the services these rules do not hold: the engines are the database and the
 * broker, the auditor reads both from outside, the launcher starts them.
 */
final class LibraryRules {

    /** Values and arithmetic of the JDK: nothing that waits, reads a file or a socket, or runs beside. */
    private static final Pattern PURE_JDK = Pattern.compile(
            "java\\.(lang|lang\\.annotation|lang\\.invoke|lang\\.runtime|math|nio\\.charset|security|text|time"
                    + "|time\\.[a-z]+|util|util\\.function|util\\.regex|util\\.stream)");

    /** What hands a transaction on needs these two names and none else. */
    private static final Set<String> HANDED_ON = Set.of("java.sql.Connection", "java.sql.SQLException");

    private LibraryRules() {}

    static List<ArchRule> of(House house) {
        return List.of(pureDomain(house), sql(house), kafka(house), wire(house));
    }

    private static ArchRule pureDomain(House house) {
        return classes()
                .that(house.room(Room.DOMAIN))
                .should(Imports.only(
                        "values of the JDK and of the house",
                        dependency -> house.place(dependency.getTargetClass()).isPresent()
                                || isPure(dependency.getTargetClass().getBaseComponentType())))
                .as("a decision knows values alone");
    }

    private static boolean isPure(JavaClass target) {
        return target.isPrimitive()
                || PURE_JDK.matcher(target.getPackageName()).matches()
                || target.getName().equals("java.net.URI")
                // Null marks are read by the compiler alone.
                || target.getPackageName().equals("org.jspecify.annotations");
    }

    /**
     * A front door and a reaction name the connection, to hand the transaction on from the writer or the inbox to their
     * rows (decision 4); they ask it nothing. A {@code DataSource} may be handed on by whoever wires a service.
     */
    private static ArchRule sql(House house) {
        return classes()
                .that(inServicesAndKernelBut(house, "flow"))
                .should(Imports.only(
                        "java.sql in store",
                        dependency ->
                                !dependency.getTargetClass().getPackageName().equals("java.sql")
                                        || isIn(house, dependency, Set.of("store"))
                                        || (isIn(house, dependency, Set.of("", "reactions"))
                                                && isHandedOn(dependency))))
                .as("SQL is spoken in store and flow");
    }

    private static boolean isHandedOn(Dependency dependency) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        boolean isAsked = dependency.getDescription().contains(" method <java.sql.Connection.");
        return HANDED_ON.contains(target.getName()) && !isAsked;
    }

    private static ArchRule kafka(House house) {
        return classes()
                .that(inServicesAndKernelBut(house, "flow"))
                .should(Imports.only(
                        "no Kafka",
                        dependency ->
                                !dependency.getTargetClass().getPackageName().startsWith("org.apache.kafka")))
                .as("Kafka is spoken in flow");
    }

    private static ArchRule wire(House house) {
        return classes()
                .that(inServicesAndKernelBut(house, "flow"))
                .should(Imports.only(
                        "the wire's records in events and reactions",
                        dependency -> !House.isRecordOfTheWire(dependency.getTargetClass())
                                || isIn(house, dependency, Set.of("events", "reactions"))))
                .as("the wire's records are spoken in events, reactions and flow");
    }

    private static boolean isIn(House house, Dependency dependency, Set<String> rooms) {
        Optional<Place> origin = house.place(dependency.getOriginClass()).filter(House::isInFeature);
        return origin.filter(place -> rooms.contains(place.room())).isPresent();
    }

    private static DescribedPredicate<JavaClass> inServicesAndKernelBut(House house, String part) {
        return house.services()
                .or(house.partsOf("values", "world", "flow", "web"))
                .and(DescribedPredicate.not(house.partsOf(part)));
    }
}
