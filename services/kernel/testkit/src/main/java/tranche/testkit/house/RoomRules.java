package tranche.testkit.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Inside a service: its features know each other without a cycle, and a feature's rooms know what stands below them. */
final class RoomRules {

    private static final Set<String> KERNEL = Set.of("values", "world", "flow", "web");

    private RoomRules() {}

    static List<ArchRule> of(House house) {
        List<ArchRule> rules = new ArrayList<>(
                Stream.of(Room.values()).map(room -> importsOf(house, room)).toList());
        rules.add(noOtherRooms(house));
        rules.add(noCycles(house));
        return rules;
    }

    /** What is not of the service nor of its kernel is another rule's matter. */
    private static ArchRule importsOf(House house, Room room) {
        return classes()
                .that(house.room(room))
                .should(Imports.only("what stands below", dependency -> {
                    Place here = house.place(dependency.getOriginClass()).orElseThrow();
                    return house.place(dependency.getTargetClass())
                            .filter(there -> there.part().equals(here.part()) || KERNEL.contains(there.part()))
                            .map(there -> room.mayImport(here, there))
                            .orElse(true);
                }))
                .as("the room " + room + " knows what stands below it");
    }

    private static ArchRule noOtherRooms(House house) {
        return classes()
                .that(house.services())
                .should(new ArchCondition<JavaClass>("live in a known room") {
                    @Override
                    public void check(JavaClass javaClass, ConditionEvents events) {
                        String room = house.place(javaClass).orElseThrow().room();
                        if (Stream.of(Room.values())
                                .noneMatch(known -> known.folder().equals(room))) {
                            events.add(SimpleConditionEvent.violated(
                                    javaClass, javaClass.getName() + " lives in a room " + room));
                        }
                    }
                })
                .as("a feature has no rooms but api, page, reactions, jobs, store, events and domain");
    }

    private static ArchRule noCycles(House house) {
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                        Optional<Place> place = house.place(javaClass).filter(House::isInFeature);
                        return place.isPresent()
                                ? SliceIdentifier.of(
                                        place.get().part(), place.get().feature())
                                : SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "features";
                    }
                })
                .should()
                .beFreeOfCycles()
                .as("the features of a service form no cycle");
    }
}
