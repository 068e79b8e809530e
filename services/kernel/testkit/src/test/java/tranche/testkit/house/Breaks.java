package tranche.testkit.house;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a canary: a class that breaks one rule of the house on purpose, so that the rule is seen to bite.
 *
 * <p>The canaries live in {@code tranche.testkit.canary}, a small house of the same plan with the services {@code finch} and
 * {@code wren}. What they name lives beside them and breaks nothing.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Breaks {

    /** The rule's sentence. */
    String value();
}
