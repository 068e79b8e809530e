package tranche.testkit.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/** Looks at everything that a class names: what it calls, extends, holds, takes, gives, throws and is annotated with. */
final class Imports extends ArchCondition<JavaClass> {

    private final Predicate<Dependency> allowed;

    private Imports(String description, Predicate<Dependency> allowed) {
        super(description);
        this.allowed = allowed;
    }

    /** Reports each dependency that is not allowed. */
    static Imports only(String description, Predicate<Dependency> allowed) {
        return new Imports("import only " + description, allowed);
    }

    @Override
    public void check(JavaClass javaClass, ConditionEvents events) {
        for (Dependency dependency : javaClass.getDirectDependenciesFromSelf()) {
            if (!allowed.test(dependency)) {
                events.add(SimpleConditionEvent.violated(javaClass, dependency.getDescription()));
            }
        }
    }
}
